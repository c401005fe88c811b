/** Days: whole numbers, counted from 1 January 1970 in UTC. */
const DAY_MS = 864e5;
export const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
];

/** @param {string} iso @returns {number} */
export const dayOf = (iso) => Math.round(Date.parse(iso + "T00:00:00Z") / DAY_MS);
/** @param {number} day @returns {Date} */
export const dateOf = (day) => new Date(day * DAY_MS);
/** @param {number} day @returns {string} such as 2015-03-28 */
export const isoOf = (day) => dateOf(day).toISOString().slice(0, 10);

/** @param {number} day @param {number} letters of the month, 9 for all */
const written = (day, letters) => {
  const date = dateOf(day);
  const month = MONTHS[date.getUTCMonth()].slice(0, letters);
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
};
/** @param {number} day @returns {string} such as 28 March 2015 */
export const longDay = (day) => written(day, 9);
/** @param {number} day @returns {string} such as 28 Mar 2015 */
export const shortDay = (day) => written(day, 3);
/** @param {number} year @param {number} month 0 to 11 @returns {number} its first day */
export const monthDay = (year, month) => Math.round(Date.UTC(year, month, 1) / DAY_MS);

/**
 * The same day of another month, or that month's last day if it is shorter.
 * @param {number} day @param {number} months
 */
export const addMonths = (day, months) => {
  const date = dateOf(day);
  const first = monthDay(date.getUTCFullYear(), date.getUTCMonth() + months);
  const after = monthDay(date.getUTCFullYear(), date.getUTCMonth() + months + 1);
  return Math.min(first + date.getUTCDate() - 1, after - 1);
};
