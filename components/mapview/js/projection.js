/** Longitude and latitude to the square of the world, 0 to 1, as Leaflet projects them. */

/** @param {number} lon degrees */
export const mercatorX = (lon) => lon / 360 + 0.5;

/** @param {number} lat degrees */
export const mercatorY = (lat) => {
  const sine = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
};

/** @param {number} zoom @returns {number} px across the world */
export const worldSize = (zoom) => 256 * 2 ** zoom;

const EARTH_KM = 6371.0088;

/** Length of the shortest way over the globe, km. @param {L.LatLngLiteral} a @param {L.LatLngLiteral} b */
export const distanceKm = (a, b) => {
  const rad = Math.PI / 180;
  const dLat = (b.lat - a.lat) * rad;
  const dLon = (b.lng - a.lng) * rad;
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
};
