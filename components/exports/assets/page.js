/* Made by `make js` from components/exports/js; edit there. */
"use strict";(()=>{var EVENTS={click:"whoheld:select",move:"whoheld:move",help:"whoheld:help",find:"whoheld:find"},FOR_THE_PANEL=new Set(["\
click","release","step","pause"]);function pageThatHears(){try{return window.parent!==window&&window.parent.whoheldHears||
null}catch{return null}}var Bridge=class{constructor(){this.seq=0}tell(shown,event){this.seq+=1;let value={...shown,seq:this.
seq,event},{Streamlit}=window,hears=FOR_THE_PANEL.has(event)?pageThatHears():null;hears?hears(value):Streamlit&&Streamlit.
setComponentValue&&Streamlit.setComponentValue(value),document.dispatchEvent(new CustomEvent(EVENTS[event]||"whoheld:day",
{detail:value}))}isEcho(seq){return seq<this.seq}};function themeOf(colour){let probe=document.createElement("canvas").getContext(
"2d");if(!probe)return null;probe.fillStyle=colour;let hex=String(probe.fillStyle);if(!hex.startsWith("#"))return null;let[
r,g,b]=[1,3,5].map(k=>parseInt(hex.slice(k,k+2),16));return .3*r+.59*g+.11*b<128?"dark":"light"}var followTheme=set=>{let dark=window.
matchMedia("(prefers-color-scheme: dark)"),told=!1,system=()=>{told||set(dark.matches?"dark":"light")};dark.addEventListener(
"change",system);let{Streamlit}=window,background=getComputedStyle(document.documentElement).getPropertyValue("--backgro\
und-color"),now2=background.trim()&&themeOf(background.trim());now2?(told=!0,set(now2)):system(),Streamlit&&Streamlit.events&&
Streamlit.RENDER_EVENT&&Streamlit.events.addEventListener(Streamlit.RENDER_EVENT,event=>{let theme=event.detail?.theme;!theme||
!theme.backgroundColor||(told=!0,set(themeOf(theme.backgroundColor)||theme.base||"light"))})};var MONTHS=["January","February","March","April","May","June","July","August","September","October","November","December"],
dayOf=iso=>Math.round(Date.parse(iso+"T00:00:00Z")/864e5),dateOf=day=>new Date(day*864e5),isoOf=day=>dateOf(day).toISOString().
slice(0,10),written=(day,letters)=>{let date=dateOf(day),month=MONTHS[date.getUTCMonth()].slice(0,letters);return`${date.
getUTCDate()} ${month} ${date.getUTCFullYear()}`},longDay=day=>written(day,9),shortDay=day=>written(day,3),monthDay=(year,month)=>Math.
round(Date.UTC(year,month,1)/864e5),addMonths=(day,months)=>{let date=dateOf(day),first=monthDay(date.getUTCFullYear(),date.
getUTCMonth()+months),after=monthDay(date.getUTCFullYear(),date.getUTCMonth()+months+1);return Math.min(first+date.getUTCDate()-
1,after-1)};var ICONS={plus:["0 0 16 16","line","M8 3v10M3 8h10"],minus:["0 0 16 16","line","M3 8h10"],fit:["0 0 15 15","line","M1 5\
V1h4M10 1h4v4M14 10v4h-4M5 14H1v-4"],layers:["0 0 16 16","line","M8 1.5 15 5.5 8 9.5 1 5.5zM1 9l7 4 7-4"],previous:["0 0\
 18 18","fill","M3 3h2v12H3zM15 3v12L6.5 9z"],back:["0 0 18 18","line","M11.5 3.5 6 9l5.5 5.5"],play:["0 0 20 20","fill",
"M6.5 3.5v13L17 10z"],pause:["0 0 20 20","fill","M5.5 4h3.2v12H5.5zM11.3 4h3.2v12h-3.2z"],on:["0 0 18 18","line","M6.5 3\
.5 12 9l-5.5 5.5"],next:["0 0 18 18","fill","M13 3h2v12h-2zM3 3v12l8.5-6z"],close:["0 0 16 16","line","M3.5 3.5l9 9M12.5\
 3.5l-9 9"]},el=(tag,className,text)=>{let element=document.createElement(tag);return className&&(element.className=className),
text!=null&&(element.textContent=text),element},icon=(name,size)=>{let space="http://www.w3.org/2000/svg",[box,kind,path]=ICONS[name],
svg=document.createElementNS(space,"svg");svg.setAttribute("viewBox",box),svg.setAttribute("width",String(size)),svg.setAttribute(
"height",String(size)),svg.setAttribute("aria-hidden","true");let shape2=document.createElementNS(space,"path");return shape2.
setAttribute("d",path),shape2.setAttribute("fill",kind==="fill"?"currentColor":"none"),kind==="line"&&(shape2.setAttribute(
"stroke","currentColor"),shape2.setAttribute("stroke-width","1.6")),svg.appendChild(shape2),svg},button=(words,work,className)=>{
let made2=el("button",className,words);return made2.type="button",made2.onclick=work,made2},iconButton=(label,name,size)=>{
let made2=el("button");return made2.type="button",made2.setAttribute("aria-label",label),made2.title=label,made2.appendChild(
icon(name,size)),made2},tickBox=(words,on,set,note2)=>{let label=el("label"),box=el("input");box.type="checkbox",box.checked=
on,box.onchange=()=>set(box.checked);let text=el("span","",words);return note2&&text.appendChild(el("small","",note2)),label.
append(box,text),{label,box}},languageOf=text=>/[\u0600-\u06ff]/.test(text)?"ar":/[\u0400-\u04ff]/.test(text)?"uk":"und",
isPhone=()=>window.innerWidth<900,wantsLessMotion=()=>window.matchMedia("(prefers-reduced-motion: reduce)").matches,oncePerFrame=work=>{
let asked=0;return()=>{asked||(asked=requestAnimationFrame(()=>{asked=0,work()}))}},whenQuiet=(work,wait_ms)=>{let timer=0;
return()=>{clearTimeout(timer),timer=window.setTimeout(work,wait_ms)}},clamp=(value,low,high)=>Math.max(low,Math.min(high,
value));var mercatorX=lon=>lon/360+.5,mercatorY=lat=>{let sine=Math.sin(Math.max(-85.05,Math.min(85.05,lat))*Math.PI/180);return .5-
Math.log((1+sine)/(1-sine))/(4*Math.PI)},worldSize=zoom=>256*2**zoom,EARTH_KM=6371.0088,distanceKm=(a,b)=>{let rad=Math.
PI/180,dLat=(b.lat-a.lat)*rad,dLon=(b.lng-a.lng)*rad,h=Math.sin(dLat/2)**2+Math.cos(a.lat*rad)*Math.cos(b.lat*rad)*Math.
sin(dLon/2)**2;return 2*EARTH_KM*Math.asin(Math.min(1,Math.sqrt(h)))};var NO_DAY=65535,BANDS=40,STRETCH=1e6,SUBJECT_SHARE=.06,ARRAYS={f4:Float32Array,u4:Uint32Array,u2:Uint16Array,u1:Uint8Array},
bytesOf=text=>{let signs=atob(text),bytes=new Uint8Array(signs.length);for(let k=0;k<signs.length;k++)bytes[k]=signs.charCodeAt(
k);return bytes},inflate=text=>new Response(new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("defl\
ate-raw"))).arrayBuffer(),linesOf=async text=>new TextDecoder().decode(await inflate(text)).split(`
`);function ordered(items,keyOf){let keys=Float64Array.from(items,(item,k)=>keyOf(item)*items.length+k).sort(),n=items.length;
return Array.from(keys,key=>items[(key%n+n)%n])}var History=class{constructor(packed,columns,texts){this.ids=texts.ids,this.
names=texts.names,this.native=texts.native,this.lat=columns.lat,this.lon=columns.lon,this.kind=columns.kind,this.area=columns.
area,this.shown=columns.shown,this.start=columns.start,this.span=columns.span,this.last=columns.last,this.look=columns.look,
this.open=columns.open,this.n=columns.lat.length,this.first=dayOf(packed.first_day),this.lastDay=Math.max(dayOf(packed.last_day),
this.first),this.knownBy=packed.known_by,this.staleAfter=packed.stale_after_days,this.articles=packed.articles,this.parties=
packed.parties,this.kinds=packed.kinds,this.areas=packed.areas,this.looks=packed.looks.concat([{state:"unknown",standing:"\
unknown",parties:[],words:"No report yet"},{state:"mentioned",standing:"",parties:[],words:"Mentioned only"}]),this.noneLook=
this.looks.length-2,this.mentionedLook=this.looks.length-1,this.importance=new Uint8Array(this.n),this.mentioned=new Uint8Array(
this.n),this.off=new Uint32Array(this.n+1),this.x=new Float64Array(this.n),this.y=new Float64Array(this.n);for(let i=0;i<
this.n;i++)this.mentioned[i]=columns.importance[i]>>2,this.importance[i]=columns.importance[i]&3,this.off[i+1]=this.off[i]+
columns.count[i],this.x[i]=mercatorX(columns.lon[i]),this.y[i]=mercatorY(columns.lat[i]);this.byId=new Map(this.ids.map(
(id,i)=>[id,i])),this.order=this.drawingOrder(),this.changes=this.findChanges(),this.reports=this.countReports(columns),
this.holders=this.looks.map(look=>`${look.state}|${[...look.parties].sort().join()}`)}drawingOrder(){let top=this.y.reduce(
(a,b)=>Math.min(a,b),1),high=(this.y.reduce((a,b)=>Math.max(a,b),0)-top)/BANDS||1,bands=Uint16Array.from(this.y,y=>Math.
floor((y-top)/high)),places=Array.from({length:this.n},(_,i)=>i),weight=i=>Math.floor(this.x[i]*STRETCH);return Uint32Array.
from(ordered(places,i=>(this.rank(i)*(BANDS+1)+bands[i])*STRETCH+weight(i)))}rank(i){return this.mentioned[i]?0:this.importance[i]}findChanges(){
let found=[];for(let i=0;i<this.n;i++)for(let c=this.off[i];c<this.off[i+1];c++){let look=this.looks[this.look[c]];if(this.
open[c]||look.standing==="inferred"||c===this.off[i]&&look.state==="unknown")continue;let earliest=this.first+this.start[c],
latest=this.span[c]===NO_DAY?this.lastDay:earliest+this.span[c];found.push({day:this.first+this.shown[c],earliest,latest,
place:i,interval:c,look})}return ordered(found,change=>4*change.day+3-this.rank(change.place))}countReports({report_day,
report_count}){let counts=new Float32Array(this.lastDay-this.first+1);for(let k=0;k<report_day.length;k++)report_day[k]<
counts.length&&(counts[report_day[k]]+=report_count[k]);return counts}changeAfter(day){let low=0,high=this.changes.length;
for(;low<high;){let middle=low+high>>1;this.changes[middle].day<=day?low=middle+1:high=middle}return low}within(day){return Math.
max(this.first,Math.min(this.lastDay,day))}possibleAfter(c,k,end,at){for(let next=k+1;next<end&&this.start[next]<=at;next++)
if(this.holders[this.look[next]]!==this.holders[this.look[c]])return next;return-1}indexOf(id){return this.byId.get(id)??
-1}countryOf(i){return this.areas[this.area[i]][1]}countries(){let counts=new Map,most=0,stated=this.mentioned.includes(
0);for(let i=0;i<this.n;i++){if(stated&&this.mentioned[i])continue;let count=(counts.get(this.countryOf(i))||0)+1;counts.
set(this.countryOf(i),count),most=Math.max(most,count)}let codes=[...counts].filter(([,count])=>count>=SUBJECT_SHARE*most);
return new Set(codes.map(([code])=>code))}},columnsOf=async packed=>{let block=await inflate(packed.block),columns={},at=0;
for(let[name,type,length]of packed.columns){let Kind=ARRAYS[type.replace("|","")],size=length*Kind.BYTES_PER_ELEMENT;columns[name]=
new Kind(block.slice(at,at+size)),at+=size}return columns},textsOf=async packed=>{let[ids,names,native]=await Promise.all(
[packed.ids,packed.names,packed.native].map(linesOf));return{ids,names,native}},unpack=async packed=>{let[columns,texts]=await Promise.
all([columnsOf(packed),textsOf(packed)]);return new History(packed,columns,texts)};var WEEK=7,UNCERTAIN=1,STALE=2,CHANGED=4,Moment=class{constructor(history){this.history=history,this.day=NaN,this.cursor=
history.off.slice(0,history.n),this.code=new Uint16Array(history.n)}seek(day){let{off,shown,look,mentioned,n,first,mentionedLook,
noneLook}=this.history,{cursor,code}=this,at=day-first;this.day=day;let different=0;for(let i=0;i<n;i++){let now2,from=off[i],
end=off[i+1];if(from===end||mentioned[i])now2=mentionedLook<<3;else{let c=cursor[i];for(;c+1<end&&shown[c+1]<=at;)c++;for(;c>
from&&shown[c]>at;)c--;cursor[i]=c,now2=shown[c]>at?noneLook<<3:look[c]<<3|this.flags(c,end,at)}now2!==code[i]&&(code[i]=
now2,different++)}return different}flags(c,end,at){let{history}=this,look=history.looks[history.look[c]],begin=history.start[c],
span=history.span[c],flags=at>=begin+span&&history.possibleAfter(c,c,end,at)<0?0:UNCERTAIN;if(look.standing==="inferred"||
look.state==="unknown")return flags;!history.open[c]&&span<WEEK&&at-history.shown[c]<WEEK&&(flags|=CHANGED);let reported=history.
last[c]===NO_DAY?begin:begin+history.last[c];return at-reported>history.staleAfter&&(flags|=STALE),flags}intervalOf(i){let{
history}=this;return history.mentioned[i]||history.off[i]===history.off[i+1]||this.code[i]>>3===history.noneLook?-1:this.
cursor[i]}lookOf(i){return this.history.looks[this.code[i]>>3]}differs(other,i){let{holders}=this.history;return holders[this.
code[i]>>3]!==holders[other.code[i]>>3]}};var context=(canvas,settings)=>{let g=canvas.getContext("2d",settings);if(!g)throw new Error("this browser draws no canv\
as");return g},FULL=2*Math.PI,radiusOf=(importance,mentioned,zoom)=>{let base=mentioned?4.6:[4.1,4.1,5.4,7.4][importance],
more=zoom>=8.4?2:zoom>=7.6?1:0;return(base+more)*(isPhone()?.86:1)};function circle(g,x,y,r){g.beginPath(),g.arc(x,y,r,0,
FULL)}function letter(g,x,y,sign,size,colour){g.fillStyle=colour,g.font=`700 ${size}px sans-serif`,g.textAlign="center",
g.textBaseline="middle",g.fillText(sign,x,y+size*.05)}function casing(g,x,y,r,colours){circle(g,x,y,r+1.25),g.fillStyle=
colours.land,g.fill()}function disc(g,x,y,r,party,colours,faded){circle(g,x,y,r),g.globalAlpha=faded?.3:1,g.fillStyle=party.
fill,g.fill(),g.globalAlpha=faded?.5:1,g.lineWidth=.75,g.strokeStyle=party.outline,g.stroke(),party.letter&&letter(g,x,y,
party.letter,r*1.3,colours.land)}function ring(g,x,y,r,party,colours,faded){let width=Math.max(2.1,.4*r);g.globalAlpha=faded?
.5:1,circle(g,x,y,r-width/2),g.fillStyle=colours.land,g.fill(),g.lineWidth=width,g.strokeStyle=party.fill,g.stroke(),circle(
g,x,y,r),g.lineWidth=.75,g.strokeStyle=party.outline,g.stroke(),party.letter&&r>=6&&letter(g,x,y,party.letter,r*.95,party.
outline)}function inferred(g,x,y,r,party,colours){circle(g,x,y,r-.7),g.fillStyle=colours.land,g.fill(),g.lineWidth=1.4,g.
strokeStyle=party.fill,g.stroke(),circle(g,x,y,Math.max(1.5,.36*r)),g.fillStyle=party.fill,g.fill()}function diamond(g,x,y,r,parties,colours,faded){
let side=1.72*r,bands=Math.max(r<5?2:4,parties.length);g.translate(x,y),g.rotate(Math.PI/4),g.fillStyle=colours.land,g.fillRect(
-side/2-1.25,-side/2-1.25,side+2.5,side+2.5),g.globalAlpha=faded?.3:1;for(let k=0;k<bands;k++){let gap=k?.35:0;g.fillStyle=
parties[k%parties.length].fill,g.fillRect(-side/2+k*side/bands+gap,-side/2,side/bands-gap,side)}g.globalAlpha=faded?.5:1,
g.lineWidth=1,g.strokeStyle=colours.ink,g.strokeRect(-side/2,-side/2,side,side)}function halves(g,x,y,r,parties,colours,faded){
let apart2=.19*r+.3;[parties[0],parties[parties.length-1]].forEach((party,right)=>{let at=x+(right?apart2:-apart2);g.beginPath(),
g.arc(at,y,r,-Math.PI/2,Math.PI/2,right===0),g.closePath(),g.globalAlpha=faded?.3:1,g.fillStyle=party.fill,g.fill(),g.globalAlpha=
faded?.5:1,g.lineWidth=.75,g.strokeStyle=party.outline,g.stroke()})}function shape(g,x,y,r,look,parties,colours,faded){return look.
state==="contested"?diamond(g,x,y,r,parties,colours,faded):look.state==="disputed"?(casing(g,x,y,r,colours),halves(g,x,y,
r,parties,colours,faded)):look.standing==="inferred"?inferred(g,x,y,Math.max(r,5),parties[0],colours):(casing(g,x,y,r,colours),
look.standing==="claimed"?ring(g,x,y,r,parties[0],colours,faded):disc(g,x,y,r,parties[0],colours,faded))}var drawMark=(g,x,y,r,look,flags,colours,over2={})=>{
if(g.save(),look.state==="mentioned")circle(g,x,y,Math.max(1.8,.34*r)),g.fillStyle=colours.unknown,g.fill();else if(look.
state==="unknown")circle(g,x,y,.74*r),g.fillStyle=colours.land,g.fill(),g.lineWidth=1.25,g.strokeStyle=colours.unknown,g.
stroke();else{let parties=(look.parties.length?look.parties:[""]).map(colours.party);flags&CHANGED&&(circle(g,x,y,r+7),g.
globalAlpha=.26,g.fillStyle=parties[parties.length-1].fill,g.fill(),g.globalAlpha=1),g.save(),shape(g,x,y,r,look,parties,
colours,!!(flags&STALE)),g.restore()}rings(g,x,y,r,flags,colours,over2),g.restore()};function rings(g,x,y,r,flags,colours,over2){
g.globalAlpha=1,g.strokeStyle=colours.ink,flags&UNCERTAIN&&(circle(g,x,y,r+(over2.selected?8.4:3.1)),g.lineWidth=1.3,g.setLineDash(
[2.6,2.6]),g.stroke(),g.setLineDash([])),over2.hover&&(circle(g,x,y,r+3),g.lineWidth=1.25,g.stroke()),over2.selected&&(circle(
g,x,y,r+4.6),g.lineWidth=3.5,g.strokeStyle=colours.land,g.stroke(),g.lineWidth=2,g.strokeStyle=colours.ink,g.stroke())}var markElement=(look,r,flags,colours,pad=2)=>{
let side=Math.ceil(2*(r+pad)),ratio=Math.max(2,window.devicePixelRatio||1),canvas=el("canvas","wh-mark");canvas.width=canvas.
height=side*ratio,canvas.style.width=canvas.style.height=side+"px",canvas.setAttribute("aria-hidden","true");let g=context(
canvas);return g.scale(ratio,ratio),drawMark(g,side/2,side/2,r,look,flags,colours),canvas};var joined=(names,word)=>names.length<2?names.join(""):`${names.slice(0,-1).join(", ")} ${word} ${names[names.length-1]}`,
partiesInWords=(history,ids,word="and")=>joined(ids.map(id=>history.parties[id]?history.parties[id].phrase:id),word),changeWords=(history,change)=>{
let{look,interval,place}=change;if(look.change)return look.change;let who=partiesInWords(history,look.parties),from=history.
off[place],before=interval>from?history.looks[history.look[interval-1]]:null;if(look.state==="contested")return who?`fou\
ght over, ${who}`:"fought over";if(look.state==="disputed")return`: sources disagree, ${partiesInWords(history,look.parties,
"or")}`;if(look.state==="unknown"){let lost=before?partiesInWords(history,before.parties):"";return lost?`lost by ${lost}`:
"left, nobody named as holding it"}let holder=null;for(let c=interval-1;c>=from&&!holder;c--){let earlier=history.looks[history.
look[c]];earlier.state==="held"&&(holder=earlier.parties.join())}return holder!==null&&holder!==look.parties.join()?`tak\
en by ${who}`:before&&before.state==="contested"?`held by ${who} after fighting`:holder===null?`reported held by ${who}`:
`held by ${who}`},sinceWords=(history,c)=>{let day=history.first+history.start[c],span=history.span[c];if(history.open[c])
return history.looks[history.look[c]].standing==="inferred"||!span?"Before the first report":`Since ${longDay(day+span)}\
 at the latest`;if(span===NO_DAY)return`Since some day from ${longDay(day)} on`;if(!span)return`Since ${longDay(day)}`;let last=day+
span;return`Since some day between ${isoOf(day).slice(0,4)===isoOf(last).slice(0,4)?longDay(day).replace(/ \d+$/,""):longDay(
day)} and ${longDay(last)}`},STANDING={corroborated:"Two or more sources",claimed:"One side says so",inferred:"Inferred:\
 a later report says whom it was taken from"},standingWords=look=>look.state==="held"?STANDING[look.standing]??"":"",boundWords=({
day,earliest,latest})=>earliest===latest?"":latest<=day?"at the latest":day<=earliest?"at the earliest":"or about then",
possibleState=(history,k)=>{let look=history.looks[history.look[k]],who=partiesInWords(history,look.parties,look.state===
"disputed"?"or":"and");return look.state==="held"?`held by ${who}`:look.state==="contested"?"fought over":look.state==="\
disputed"?`claimed for ${who}`:"left, nobody named as holding it,"},possibleWords=(history,place,c,day)=>{let[end,at]=[history.
off[place+1],day-history.first],told=[],last=-1;for(let k=history.possibleAfter(c,c,end,at);k>=0;k=history.possibleAfter(
c,k,end,at))told.push(`${possibleState(history,k)} since ${longDay(history.first+history.start[k])}`),last=k;if(last<0)return"";
let begin=history.first+history.start[last],span=history.span[last],certain=span===NO_DAY?"":`; certain from ${longDay(begin+
span)}`;return`May have been ${joined(told,"or")}${certain}`},changesOn=(history,day)=>{let found=[];for(let k=history.changeAfter(
day-1);k<history.changes.length&&history.changes[k].day===day;k++)found.push(history.changes[k]);return found},changeSentence=(history,change)=>{
let words=changeWords(history,change),bound=boundWords(change),uncertain=bound?`, on this day ${bound}`:"";return`${history.
names[change.place]}${words.startsWith(":")?"":" "}${words}${uncertain}`},dayLine=(history,day,brief=!1)=>{let today=changesOn(
history,day);if(today.length){let pieces=[];return today.slice(0,2).forEach((change,k2)=>{let name=history.names[change.
place];k2&&pieces.push([" ",!1]),pieces.push([name,!0]),pieces.push([`${changeSentence(history,change).slice(name.length)}\
.`,!1])}),today.length>2&&pieces.push([` And ${today.length-2} more.`,!1]),{pieces,quiet:!1}}let text="No change reporte\
d this day.",k=history.changeAfter(day)-1;if(k>=0&&!brief){let last=history.changes[k],bound=boundWords(last);text+=` La\
st: ${history.names[last.place]}, ${shortDay(last.day)}${bound?` ${bound}`:""}.`}return{pieces:[[text,!1]],quiet:!0}},dayText=(history,day)=>`${longDay(
day)}. ${dayLine(history,day).pieces.map(piece=>piece[0]).join("")}`;var cardLines=(moment,i)=>{let{history}=moment,code=moment.code[i],look=moment.lookOf(i),c=moment.intervalOf(i);if(look.
state==="mentioned")return["No report says who holds it."];if(c<0)return[];let lines=[sinceWords(history,c)],standing=standingWords(
look);standing&&!look.words.toLowerCase().includes(standing.toLowerCase())&&lines.push(standing);let possible=possibleWords(
history,i,c,moment.day);return possible&&lines.push(possible),code&STALE&&lines.push("Old news: no report since"),lines},
makeCard=app=>{let card=el("div","wh-card");card.hidden=!0,app.root.appendChild(card);let fill=(moment,i)=>{let{history}=moment,
look=moment.lookOf(i),name=el("b","",history.names[i]);name.dir="auto";let title=el("div","wh-card-name");title.append(name);
let native=history.native[i];if(native&&native!==history.names[i]){let other=el("span","",native);other.lang=languageOf(
native),other.dir="auto",title.append(" ",other)}let state=el("div","wh-card-state"),flags=moment.code[i]&(STALE|UNCERTAIN),
mark=markElement(look,5.5,flags,app.colours(),flags&UNCERTAIN?5:3);state.append(mark,el("span","",look.words));let lines=cardLines(
moment,i).map(line=>el("div","wh-card-more",`${line}.`));card.replaceChildren(title,state,...lines)};return{element:card,
show(pane,i){if(!pane.moment)return;fill(pane.moment,i),card.hidden=!1;let{x,y}=pane.spotOf(i),from=pane.container.offsetLeft,
right=pane.room().width,left=x+16+card.offsetWidth>right?x-16-card.offsetWidth:x+16;card.style.left=Math.max(8,from+left)+
"px",card.style.top=Math.max(8,y-card.offsetHeight-12)+"px"},hide(){card.hidden=!0}}};var NAMES=["land","land-neighbour","water","river","border","border-neighbour","admin","country","label","ink","ink-seco\
nd","ink-third","rule","panel","bars","axis","unknown","halo","accent"],neutralParty=colours=>id=>{let fill=id==="second"?
colours.axis:colours.ink_second;return{fill,outline:fill,letter:""}};function readColours(root,theme,palette,parties){let style=getComputedStyle(
root),colours={};for(let name of NAMES)colours[name.replace(/-/g,"_")]=style.getPropertyValue("--"+name).trim();let neutral=neutralParty(
colours);return colours.party=id=>{let party=parties[id];if(!party)return neutral("");let shades=palette==="conventional"&&
party.conventional||party,[fill,outline]=shades[theme];return{fill,outline,letter:party.letter}},colours}var makeMap=element=>L.map(element,{center:[20,20],zoom:2,zoomControl:!1,attributionControl:!1,keyboard:!1,zoomSnap:0,zoomDelta:.5,
minZoom:2,maxZoom:14,worldCopyJump:!0});function dressContainer(container){container.classList.add("wh-map"),container.style.
position="absolute",container.tabIndex=0,container.setAttribute("role","application"),container.setAttribute("aria-roled\
escription","map"),container.setAttribute("aria-label","Map. Comma and full stop go through the places in view.")}function wrap(map,hasPanel){
let container=map.getContainer(),root=el("div","wh");return hasPanel||root.classList.add("wh-alone"),container.parentNode?.
insertBefore(root,container),root.appendChild(container),dressContainer(container),root}var epsilon=11102230246251565e-32,splitter=134217729,resulterrbound=(3+8*epsilon)*epsilon;function sum(elen,e,flen,f,h){
let Q,Qnew,hh,bvirt,enow=e[0],fnow=f[0],eindex=0,findex=0;fnow>enow==fnow>-enow?(Q=enow,enow=e[++eindex]):(Q=fnow,fnow=f[++findex]);
let hindex=0;if(eindex<elen&&findex<flen)for(fnow>enow==fnow>-enow?(Qnew=enow+Q,hh=Q-(Qnew-enow),enow=e[++eindex]):(Qnew=
fnow+Q,hh=Q-(Qnew-fnow),fnow=f[++findex]),Q=Qnew,hh!==0&&(h[hindex++]=hh);eindex<elen&&findex<flen;)fnow>enow==fnow>-enow?
(Qnew=Q+enow,bvirt=Qnew-Q,hh=Q-(Qnew-bvirt)+(enow-bvirt),enow=e[++eindex]):(Qnew=Q+fnow,bvirt=Qnew-Q,hh=Q-(Qnew-bvirt)+(fnow-
bvirt),fnow=f[++findex]),Q=Qnew,hh!==0&&(h[hindex++]=hh);for(;eindex<elen;)Qnew=Q+enow,bvirt=Qnew-Q,hh=Q-(Qnew-bvirt)+(enow-
bvirt),enow=e[++eindex],Q=Qnew,hh!==0&&(h[hindex++]=hh);for(;findex<flen;)Qnew=Q+fnow,bvirt=Qnew-Q,hh=Q-(Qnew-bvirt)+(fnow-
bvirt),fnow=f[++findex],Q=Qnew,hh!==0&&(h[hindex++]=hh);return(Q!==0||hindex===0)&&(h[hindex++]=Q),hindex}function estimate(elen,e){let Q=e[0];for(let i=1;i<elen;i++)Q+=e[i];return Q}function vec(n){return new Float64Array(n)}var ccwerrboundA=(3+16*epsilon)*epsilon,ccwerrboundB=(2+12*epsilon)*epsilon,ccwerrboundC=(9+64*epsilon)*epsilon*epsilon,
B=vec(4),C1=vec(8),C2=vec(12),D=vec(16),u=vec(4);function orient2dadapt(ax,ay,bx,by,cx,cy,detsum){let acxtail,acytail,bcxtail,
bcytail,bvirt,c,ahi,alo,bhi,blo,_i,_j,_0,s1,s0,t1,t0,u32,acx=ax-cx,bcx=bx-cx,acy=ay-cy,bcy=by-cy;s1=acx*bcy,c=splitter*acx,
ahi=c-(c-acx),alo=acx-ahi,c=splitter*bcy,bhi=c-(c-bcy),blo=bcy-bhi,s0=alo*blo-(s1-ahi*bhi-alo*bhi-ahi*blo),t1=acy*bcx,c=
splitter*acy,ahi=c-(c-acy),alo=acy-ahi,c=splitter*bcx,bhi=c-(c-bcx),blo=bcx-bhi,t0=alo*blo-(t1-ahi*bhi-alo*bhi-ahi*blo),
_i=s0-t0,bvirt=s0-_i,B[0]=s0-(_i+bvirt)+(bvirt-t0),_j=s1+_i,bvirt=_j-s1,_0=s1-(_j-bvirt)+(_i-bvirt),_i=_0-t1,bvirt=_0-_i,
B[1]=_0-(_i+bvirt)+(bvirt-t1),u32=_j+_i,bvirt=u32-_j,B[2]=_j-(u32-bvirt)+(_i-bvirt),B[3]=u32;let det=estimate(4,B),errbound=ccwerrboundB*
detsum;if(det>=errbound||-det>=errbound||(bvirt=ax-acx,acxtail=ax-(acx+bvirt)+(bvirt-cx),bvirt=bx-bcx,bcxtail=bx-(bcx+bvirt)+
(bvirt-cx),bvirt=ay-acy,acytail=ay-(acy+bvirt)+(bvirt-cy),bvirt=by-bcy,bcytail=by-(bcy+bvirt)+(bvirt-cy),acxtail===0&&acytail===
0&&bcxtail===0&&bcytail===0)||(errbound=ccwerrboundC*detsum+resulterrbound*Math.abs(det),det+=acx*bcytail+bcy*acxtail-(acy*
bcxtail+bcx*acytail),det>=errbound||-det>=errbound))return det;s1=acxtail*bcy,c=splitter*acxtail,ahi=c-(c-acxtail),alo=acxtail-
ahi,c=splitter*bcy,bhi=c-(c-bcy),blo=bcy-bhi,s0=alo*blo-(s1-ahi*bhi-alo*bhi-ahi*blo),t1=acytail*bcx,c=splitter*acytail,ahi=
c-(c-acytail),alo=acytail-ahi,c=splitter*bcx,bhi=c-(c-bcx),blo=bcx-bhi,t0=alo*blo-(t1-ahi*bhi-alo*bhi-ahi*blo),_i=s0-t0,
bvirt=s0-_i,u[0]=s0-(_i+bvirt)+(bvirt-t0),_j=s1+_i,bvirt=_j-s1,_0=s1-(_j-bvirt)+(_i-bvirt),_i=_0-t1,bvirt=_0-_i,u[1]=_0-
(_i+bvirt)+(bvirt-t1),u32=_j+_i,bvirt=u32-_j,u[2]=_j-(u32-bvirt)+(_i-bvirt),u[3]=u32;let C1len=sum(4,B,4,u,C1);s1=acx*bcytail,
c=splitter*acx,ahi=c-(c-acx),alo=acx-ahi,c=splitter*bcytail,bhi=c-(c-bcytail),blo=bcytail-bhi,s0=alo*blo-(s1-ahi*bhi-alo*
bhi-ahi*blo),t1=acy*bcxtail,c=splitter*acy,ahi=c-(c-acy),alo=acy-ahi,c=splitter*bcxtail,bhi=c-(c-bcxtail),blo=bcxtail-bhi,
t0=alo*blo-(t1-ahi*bhi-alo*bhi-ahi*blo),_i=s0-t0,bvirt=s0-_i,u[0]=s0-(_i+bvirt)+(bvirt-t0),_j=s1+_i,bvirt=_j-s1,_0=s1-(_j-
bvirt)+(_i-bvirt),_i=_0-t1,bvirt=_0-_i,u[1]=_0-(_i+bvirt)+(bvirt-t1),u32=_j+_i,bvirt=u32-_j,u[2]=_j-(u32-bvirt)+(_i-bvirt),
u[3]=u32;let C2len=sum(C1len,C1,4,u,C2);s1=acxtail*bcytail,c=splitter*acxtail,ahi=c-(c-acxtail),alo=acxtail-ahi,c=splitter*
bcytail,bhi=c-(c-bcytail),blo=bcytail-bhi,s0=alo*blo-(s1-ahi*bhi-alo*bhi-ahi*blo),t1=acytail*bcxtail,c=splitter*acytail,
ahi=c-(c-acytail),alo=acytail-ahi,c=splitter*bcxtail,bhi=c-(c-bcxtail),blo=bcxtail-bhi,t0=alo*blo-(t1-ahi*bhi-alo*bhi-ahi*
blo),_i=s0-t0,bvirt=s0-_i,u[0]=s0-(_i+bvirt)+(bvirt-t0),_j=s1+_i,bvirt=_j-s1,_0=s1-(_j-bvirt)+(_i-bvirt),_i=_0-t1,bvirt=
_0-_i,u[1]=_0-(_i+bvirt)+(bvirt-t1),u32=_j+_i,bvirt=u32-_j,u[2]=_j-(u32-bvirt)+(_i-bvirt),u[3]=u32;let Dlen=sum(C2len,C2,
4,u,D);return D[Dlen-1]}function orient2d(ax,ay,bx,by,cx,cy){let detleft=(ay-cy)*(bx-cx),detright=(ax-cx)*(by-cy),det=detleft-
detright,detsum=Math.abs(detleft+detright);return Math.abs(det)>=ccwerrboundA*detsum?det:-orient2dadapt(ax,ay,bx,by,cx,cy,
detsum)}var o3derrboundA=(7+56*epsilon)*epsilon,o3derrboundB=(3+28*epsilon)*epsilon,o3derrboundC=(26+288*epsilon)*epsilon*epsilon,
bc=vec(4),ca=vec(4),ab=vec(4),at_b=vec(4),at_c=vec(4),bt_c=vec(4),bt_a=vec(4),ct_a=vec(4),ct_b=vec(4),bct=vec(8),cat=vec(
8),abt=vec(8),u2=vec(4),_8=vec(8),_8b=vec(8),_16=vec(16),_12=vec(12),fin=vec(192),fin2=vec(192);var iccerrboundA=(10+96*epsilon)*epsilon,iccerrboundB=(4+48*epsilon)*epsilon,iccerrboundC=(44+576*epsilon)*epsilon*epsilon,
bc2=vec(4),ca2=vec(4),ab2=vec(4),aa=vec(4),bb=vec(4),cc=vec(4),u3=vec(4),v=vec(4),axtbc=vec(8),aytbc=vec(8),bxtca=vec(8),
bytca=vec(8),cxtab=vec(8),cytab=vec(8),abt2=vec(8),bct2=vec(8),cat2=vec(8),abtt=vec(4),bctt=vec(4),catt=vec(4),_82=vec(8),
_162=vec(16),_16b=vec(16),_16c=vec(16),_32=vec(32),_32b=vec(32),_48=vec(48),_64=vec(64),fin3=vec(1152),fin22=vec(1152);var isperrboundA=(16+224*epsilon)*epsilon,isperrboundB=(5+72*epsilon)*epsilon,isperrboundC=(71+1408*epsilon)*epsilon*epsilon,
ab3=vec(4),bc3=vec(4),cd=vec(4),de=vec(4),ea=vec(4),ac=vec(4),bd=vec(4),ce=vec(4),da=vec(4),eb=vec(4),abc=vec(24),bcd=vec(
24),cde=vec(24),dea=vec(24),eab=vec(24),abd=vec(24),bce=vec(24),cda=vec(24),deb=vec(24),eac=vec(24),adet=vec(1152),bdet=vec(
1152),cdet=vec(1152),ddet=vec(1152),edet=vec(1152),abdet=vec(2304),cddet=vec(2304),cdedet=vec(3456),deter=vec(5760),_83=vec(
8),_8b2=vec(8),_8c=vec(8),_163=vec(16),_24=vec(24),_482=vec(48),_48b=vec(48),_96=vec(96),_192=vec(192),_384x=vec(384),_384y=vec(
384),_384z=vec(384),_768=vec(768);var xdet=vec(96),ydet=vec(96),zdet=vec(96),fin4=vec(1152);var EPSILON=Math.pow(2,-52),EDGE_STACK=new Uint32Array(512),Delaunator=class _Delaunator{static from(points,getX=defaultGetX,getY=defaultGetY){
let n=points.length,coords=new Float64Array(n*2);for(let i=0;i<n;i++){let p=points[i];coords[2*i]=getX(p),coords[2*i+1]=
getY(p)}return new _Delaunator(coords)}constructor(coords){let n=coords.length>>1;if(n>0&&typeof coords[0]!="number")throw new Error(
"Expected coords to contain numbers.");this.coords=coords;let maxTriangles=Math.max(2*n-5,0);this._triangles=new Uint32Array(
maxTriangles*3),this._halfedges=new Int32Array(maxTriangles*3),this._hashSize=Math.ceil(Math.sqrt(n)),this._hullPrev=new Uint32Array(
n),this._hullNext=new Uint32Array(n),this._hullTri=new Uint32Array(n),this._hullHash=new Int32Array(this._hashSize),this.
_ids=new Uint32Array(n),this._dists=new Float64Array(n),this.trianglesLen=0,this._cx=0,this._cy=0,this._hullStart=0,this.
hull=this._triangles,this.triangles=this._triangles,this.halfedges=this._halfedges,this.update()}update(){let{coords,_hullPrev:hullPrev,
_hullNext:hullNext,_hullTri:hullTri,_hullHash:hullHash}=this,n=coords.length>>1,minX=1/0,minY=1/0,maxX=-1/0,maxY=-1/0;for(let i=0;i<
n;i++){let x=coords[2*i],y=coords[2*i+1];x<minX&&(minX=x),y<minY&&(minY=y),x>maxX&&(maxX=x),y>maxY&&(maxY=y),this._ids[i]=
i}let cx=(minX+maxX)/2,cy=(minY+maxY)/2,i0=0,i1=0,i2=0;for(let i=0,minDist=1/0;i<n;i++){let d=dist(cx,cy,coords[2*i],coords[2*
i+1]);d<minDist&&(i0=i,minDist=d)}let i0x=coords[2*i0],i0y=coords[2*i0+1];for(let i=0,minDist=1/0;i<n;i++){if(i===i0)continue;
let d=dist(i0x,i0y,coords[2*i],coords[2*i+1]);d<minDist&&d>0&&(i1=i,minDist=d)}let i1x=coords[2*i1],i1y=coords[2*i1+1],minRadius=1/0;
for(let i=0;i<n;i++){if(i===i0||i===i1)continue;let r=circumradius(i0x,i0y,i1x,i1y,coords[2*i],coords[2*i+1]);r<minRadius&&
(i2=i,minRadius=r)}let i2x=coords[2*i2],i2y=coords[2*i2+1];if(minRadius===1/0){for(let i=0;i<n;i++)this._dists[i]=coords[2*
i]-coords[0]||coords[2*i+1]-coords[1];quicksort(this._ids,this._dists,0,n-1);let hull=new Uint32Array(n),j=0;for(let i=0,
d0=-1/0;i<n;i++){let id=this._ids[i],d=this._dists[id];d>d0&&(hull[j++]=id,d0=d)}this.hull=hull.subarray(0,j),this.triangles=
new Uint32Array(0),this.halfedges=new Int32Array(0);return}if(orient2d(i0x,i0y,i1x,i1y,i2x,i2y)<0){let i=i1,x=i1x,y=i1y;
i1=i2,i1x=i2x,i1y=i2y,i2=i,i2x=x,i2y=y}let center=circumcenter(i0x,i0y,i1x,i1y,i2x,i2y);this._cx=center.x,this._cy=center.
y;for(let i=0;i<n;i++)this._dists[i]=dist(coords[2*i],coords[2*i+1],center.x,center.y);quicksort(this._ids,this._dists,0,
n-1),this._hullStart=i0;let hullSize=3;hullNext[i0]=hullPrev[i2]=i1,hullNext[i1]=hullPrev[i0]=i2,hullNext[i2]=hullPrev[i1]=
i0,hullTri[i0]=0,hullTri[i1]=1,hullTri[i2]=2,hullHash.fill(-1),hullHash[this._hashKey(i0x,i0y)]=i0,hullHash[this._hashKey(
i1x,i1y)]=i1,hullHash[this._hashKey(i2x,i2y)]=i2,this.trianglesLen=0,this._addTriangle(i0,i1,i2,-1,-1,-1);for(let k=0,xp=0,
yp=0;k<this._ids.length;k++){let i=this._ids[k],x=coords[2*i],y=coords[2*i+1];if(k>0&&Math.abs(x-xp)<=EPSILON&&Math.abs(
y-yp)<=EPSILON||(xp=x,yp=y,i===i0||i===i1||i===i2))continue;let start2=0;for(let j=0,key=this._hashKey(x,y);j<this._hashSize&&
(start2=hullHash[(key+j)%this._hashSize],!(start2!==-1&&start2!==hullNext[start2]));j++);start2=hullPrev[start2];let e=start2,
q;for(;q=hullNext[e],orient2d(x,y,coords[2*e],coords[2*e+1],coords[2*q],coords[2*q+1])>=0;)if(e=q,e===start2){e=-1;break}
if(e===-1)continue;let t=this._addTriangle(e,i,hullNext[e],-1,-1,hullTri[e]);hullTri[i]=this._legalize(t+2),hullTri[e]=t,
hullSize++;let n2=hullNext[e];for(;q=hullNext[n2],orient2d(x,y,coords[2*n2],coords[2*n2+1],coords[2*q],coords[2*q+1])<0;)
t=this._addTriangle(n2,i,q,hullTri[i],-1,hullTri[n2]),hullTri[i]=this._legalize(t+2),hullNext[n2]=n2,hullSize--,n2=q;if(e===
start2)for(;q=hullPrev[e],orient2d(x,y,coords[2*q],coords[2*q+1],coords[2*e],coords[2*e+1])<0;)t=this._addTriangle(q,i,e,
-1,hullTri[e],hullTri[q]),this._legalize(t+2),hullTri[q]=t,hullNext[e]=e,hullSize--,e=q;this._hullStart=hullPrev[i]=e,hullNext[e]=
hullPrev[n2]=i,hullNext[i]=n2,hullHash[this._hashKey(x,y)]=i,hullHash[this._hashKey(coords[2*e],coords[2*e+1])]=e}this.hull=
new Uint32Array(hullSize);for(let i=0,e=this._hullStart;i<hullSize;i++)this.hull[i]=e,e=hullNext[e];this.triangles=this.
_triangles.subarray(0,this.trianglesLen),this.halfedges=this._halfedges.subarray(0,this.trianglesLen)}_hashKey(x,y){return Math.
floor(pseudoAngle(x-this._cx,y-this._cy)*this._hashSize)%this._hashSize}_legalize(a){let{_triangles:triangles,_halfedges:halfedges,
coords}=this,i=0,ar=0;for(;;){let b=halfedges[a],a0=a-a%3;if(ar=a0+(a+2)%3,b===-1){if(i===0)break;a=EDGE_STACK[--i];continue}
let b0=b-b%3,al=a0+(a+1)%3,bl=b0+(b+2)%3,p0=triangles[ar],pr=triangles[a],pl=triangles[al],p1=triangles[bl];if(inCircle(
coords[2*p0],coords[2*p0+1],coords[2*pr],coords[2*pr+1],coords[2*pl],coords[2*pl+1],coords[2*p1],coords[2*p1+1])){triangles[a]=
p1,triangles[b]=p0;let hbl=halfedges[bl];if(hbl===-1){let e=this._hullStart;do{if(this._hullTri[e]===bl){this._hullTri[e]=
a;break}e=this._hullPrev[e]}while(e!==this._hullStart)}this._link(a,hbl),this._link(b,halfedges[ar]),this._link(ar,bl);let br=b0+
(b+1)%3;i<EDGE_STACK.length&&(EDGE_STACK[i++]=br)}else{if(i===0)break;a=EDGE_STACK[--i]}}return ar}_link(a,b){this._halfedges[a]=
b,b!==-1&&(this._halfedges[b]=a)}_addTriangle(i0,i1,i2,a,b,c){let t=this.trianglesLen;return this._triangles[t]=i0,this.
_triangles[t+1]=i1,this._triangles[t+2]=i2,this._link(t,a),this._link(t+1,b),this._link(t+2,c),this.trianglesLen+=3,t}};
function pseudoAngle(dx,dy){let p=dx/(Math.abs(dx)+Math.abs(dy));return(dy>0?3-p:1+p)/4}function dist(ax,ay,bx,by){let dx=ax-
bx,dy=ay-by;return dx*dx+dy*dy}function inCircle(ax,ay,bx,by,cx,cy,px,py){let dx=ax-px,dy=ay-py,ex=bx-px,ey=by-py,fx=cx-
px,fy=cy-py,ap=dx*dx+dy*dy,bp=ex*ex+ey*ey,cp=fx*fx+fy*fy;return dx*(ey*cp-bp*fy)-dy*(ex*cp-bp*fx)+ap*(ex*fy-ey*fx)<0}function circumradius(ax,ay,bx,by,cx,cy){
let dx=bx-ax,dy=by-ay,ex=cx-ax,ey=cy-ay,bl=dx*dx+dy*dy,cl=ex*ex+ey*ey,d=.5/(dx*ey-dy*ex),x=(ey*bl-dy*cl)*d,y=(dx*cl-ex*bl)*
d;return x*x+y*y}function circumcenter(ax,ay,bx,by,cx,cy){let dx=bx-ax,dy=by-ay,ex=cx-ax,ey=cy-ay,bl=dx*dx+dy*dy,cl=ex*ex+
ey*ey,d=.5/(dx*ey-dy*ex),x=ax+(ey*bl-dy*cl)*d,y=ay+(dx*cl-ex*bl)*d;return{x,y}}function quicksort(ids,dists,left,right){
if(right-left<=20)for(let i=left+1;i<=right;i++){let temp=ids[i],tempDist=dists[temp],j=i-1;for(;j>=left&&dists[ids[j]]>
tempDist;)ids[j+1]=ids[j--];ids[j+1]=temp}else{let median=left+right>>1,i=left+1,j=right;swap(ids,median,i),dists[ids[left]]>
dists[ids[right]]&&swap(ids,left,right),dists[ids[i]]>dists[ids[right]]&&swap(ids,i,right),dists[ids[left]]>dists[ids[i]]&&
swap(ids,left,i);let temp=ids[i],tempDist=dists[temp];for(;;){do i++;while(dists[ids[i]]<tempDist);do j--;while(dists[ids[j]]>
tempDist);if(j<i)break;swap(ids,i,j)}ids[left+1]=ids[j],ids[j]=temp,right-i+1>=j-left?(quicksort(ids,dists,i,right),quicksort(
ids,dists,left,j-1)):(quicksort(ids,dists,left,j-1),quicksort(ids,dists,i,right))}}function swap(arr,i,j){let tmp=arr[i];
arr[i]=arr[j],arr[j]=tmp}function defaultGetX(p){return p[0]}function defaultGetY(p){return p[1]}var Path=class{constructor(){this._x0=this._y0=this._x1=this._y1=null,this._=""}moveTo(x,y){this._+=`M${this._x0=this._x1=
+x},${this._y0=this._y1=+y}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._+="Z")}lineTo(x,y){
this._+=`L${this._x1=+x},${this._y1=+y}`}arc(x,y,r){x=+x,y=+y,r=+r;let x0=x+r,y0=y;if(r<0)throw new Error("negative radi\
us");this._x1===null?this._+=`M${x0},${y0}`:(Math.abs(this._x1-x0)>1e-6||Math.abs(this._y1-y0)>1e-6)&&(this._+="L"+x0+","+
y0),r&&(this._+=`A${r},${r},0,1,1,${x-r},${y}A${r},${r},0,1,1,${this._x1=x0},${this._y1=y0}`)}rect(x,y,w,h){this._+=`M${this.
_x0=this._x1=+x},${this._y0=this._y1=+y}h${+w}v${+h}h${-w}Z`}value(){return this._||null}};var Polygon=class{constructor(){this._=[]}moveTo(x,y){this._.push([x,y])}closePath(){this._.push(this._[0].slice())}lineTo(x,y){
this._.push([x,y])}value(){return this._.length?this._:null}};var Voronoi=class{constructor(delaunay,[xmin,ymin,xmax,ymax]=[0,0,960,500]){if(!((xmax=+xmax)>=(xmin=+xmin))||!((ymax=+ymax)>=
(ymin=+ymin)))throw new Error("invalid bounds");this.delaunay=delaunay,this._circumcenters=new Float64Array(delaunay.points.
length*2),this.vectors=new Float64Array(delaunay.points.length*2),this.xmax=xmax,this.xmin=xmin,this.ymax=ymax,this.ymin=
ymin,this._init()}update(){return this.delaunay.update(),this._init(),this}_init(){let{delaunay:{points,hull,triangles},
vectors}=this,bx,by,circumcenters=this.circumcenters=this._circumcenters.subarray(0,triangles.length/3*2);for(let i=0,j=0,
n=triangles.length,x,y;i<n;i+=3,j+=2){let t1=triangles[i]*2,t2=triangles[i+1]*2,t3=triangles[i+2]*2,x12=points[t1],y12=points[t1+
1],x2=points[t2],y2=points[t2+1],x3=points[t3],y3=points[t3+1],dx=x2-x12,dy=y2-y12,ex=x3-x12,ey=y3-y12,ab4=(dx*ey-dy*ex)*
2;if(Math.abs(ab4)<1e-9){if(bx===void 0){bx=by=0;for(let i2 of hull)bx+=points[i2*2],by+=points[i2*2+1];bx/=hull.length,
by/=hull.length}let a=1e9*Math.sign((bx-x12)*ey-(by-y12)*ex);x=(x12+x3)/2-a*ey,y=(y12+y3)/2+a*ex}else{let d=1/ab4,bl=dx*
dx+dy*dy,cl=ex*ex+ey*ey;x=x12+(ey*bl-dy*cl)*d,y=y12+(dx*cl-ex*bl)*d}circumcenters[j]=x,circumcenters[j+1]=y}let h=hull[hull.
length-1],p0,p1=h*4,x0,x1=points[2*h],y0,y1=points[2*h+1];vectors.fill(0);for(let i=0;i<hull.length;++i)h=hull[i],p0=p1,
x0=x1,y0=y1,p1=h*4,x1=points[2*h],y1=points[2*h+1],vectors[p0+2]=vectors[p1]=y0-y1,vectors[p0+3]=vectors[p1+1]=x1-x0}render(context2){
let buffer=context2==null?context2=new Path:void 0,{delaunay:{halfedges,inedges,hull},circumcenters,vectors}=this;if(hull.
length<=1)return null;for(let i=0,n=halfedges.length;i<n;++i){let j=halfedges[i];if(j<i)continue;let ti=Math.floor(i/3)*
2,tj=Math.floor(j/3)*2,xi=circumcenters[ti],yi=circumcenters[ti+1],xj=circumcenters[tj],yj=circumcenters[tj+1];this._renderSegment(
xi,yi,xj,yj,context2)}let h0,h1=hull[hull.length-1];for(let i=0;i<hull.length;++i){h0=h1,h1=hull[i];let t=Math.floor(inedges[h1]/
3)*2,x=circumcenters[t],y=circumcenters[t+1],v2=h0*4,p=this._project(x,y,vectors[v2+2],vectors[v2+3]);p&&this._renderSegment(
x,y,p[0],p[1],context2)}return buffer&&buffer.value()}renderBounds(context2){let buffer=context2==null?context2=new Path:
void 0;return context2.rect(this.xmin,this.ymin,this.xmax-this.xmin,this.ymax-this.ymin),buffer&&buffer.value()}renderCell(i,context2){
let buffer=context2==null?context2=new Path:void 0,points=this._clip(i);if(points===null||!points.length)return;context2.
moveTo(points[0],points[1]);let n=points.length;for(;points[0]===points[n-2]&&points[1]===points[n-1]&&n>1;)n-=2;for(let i2=2;i2<
n;i2+=2)(points[i2]!==points[i2-2]||points[i2+1]!==points[i2-1])&&context2.lineTo(points[i2],points[i2+1]);return context2.
closePath(),buffer&&buffer.value()}*cellPolygons(){let{delaunay:{points}}=this;for(let i=0,n=points.length/2;i<n;++i){let cell=this.
cellPolygon(i);cell&&(cell.index=i,yield cell)}}cellPolygon(i){let polygon=new Polygon;return this.renderCell(i,polygon),
polygon.value()}_renderSegment(x0,y0,x1,y1,context2){let S,c0=this._regioncode(x0,y0),c1=this._regioncode(x1,y1);c0===0&&
c1===0?(context2.moveTo(x0,y0),context2.lineTo(x1,y1)):(S=this._clipSegment(x0,y0,x1,y1,c0,c1))&&(context2.moveTo(S[0],S[1]),
context2.lineTo(S[2],S[3]))}contains(i,x,y){return x=+x,x!==x||(y=+y,y!==y)?!1:this.delaunay._step(i,x,y)===i}*neighbors(i){
let ci=this._clip(i);if(ci)for(let j of this.delaunay.neighbors(i)){let cj=this._clip(j);if(cj){loop:for(let ai=0,li=ci.
length;ai<li;ai+=2)for(let aj=0,lj=cj.length;aj<lj;aj+=2)if(ci[ai]===cj[aj]&&ci[ai+1]===cj[aj+1]&&ci[(ai+2)%li]===cj[(aj+
lj-2)%lj]&&ci[(ai+3)%li]===cj[(aj+lj-1)%lj]){yield j;break loop}}}}_cell(i){let{circumcenters,delaunay:{inedges,halfedges,
triangles}}=this,e0=inedges[i];if(e0===-1)return null;let points=[],e=e0;do{let t=Math.floor(e/3);if(points.push(circumcenters[t*
2],circumcenters[t*2+1]),e=e%3===2?e-2:e+1,triangles[e]!==i)break;e=halfedges[e]}while(e!==e0&&e!==-1);return points}_clip(i){
if(i===0&&this.delaunay.hull.length===1)return[this.xmax,this.ymin,this.xmax,this.ymax,this.xmin,this.ymax,this.xmin,this.
ymin];let points=this._cell(i);if(points===null)return null;let{vectors:V}=this,v2=i*4;return this._simplify(V[v2]||V[v2+
1]?this._clipInfinite(i,points,V[v2],V[v2+1],V[v2+2],V[v2+3]):this._clipFinite(i,points))}_clipFinite(i,points){let n=points.
length,P=null,x0,y0,x1=points[n-2],y1=points[n-1],c0,c1=this._regioncode(x1,y1),e0,e1=0;for(let j=0;j<n;j+=2)if(x0=x1,y0=
y1,x1=points[j],y1=points[j+1],c0=c1,c1=this._regioncode(x1,y1),c0===0&&c1===0)e0=e1,e1=0,P?P.push(x1,y1):P=[x1,y1];else{
let S,sx0,sy0,sx1,sy1;if(c0===0){if((S=this._clipSegment(x0,y0,x1,y1,c0,c1))===null)continue;[sx0,sy0,sx1,sy1]=S}else{if((S=
this._clipSegment(x1,y1,x0,y0,c1,c0))===null)continue;[sx1,sy1,sx0,sy0]=S,e0=e1,e1=this._edgecode(sx0,sy0),e0&&e1&&this.
_edge(i,e0,e1,P,P.length),P?P.push(sx0,sy0):P=[sx0,sy0]}e0=e1,e1=this._edgecode(sx1,sy1),e0&&e1&&this._edge(i,e0,e1,P,P.
length),P?P.push(sx1,sy1):P=[sx1,sy1]}if(P)e0=e1,e1=this._edgecode(P[0],P[1]),e0&&e1&&this._edge(i,e0,e1,P,P.length);else if(this.
contains(i,(this.xmin+this.xmax)/2,(this.ymin+this.ymax)/2))return[this.xmax,this.ymin,this.xmax,this.ymax,this.xmin,this.
ymax,this.xmin,this.ymin];return P}_clipSegment(x0,y0,x1,y1,c0,c1){let flip=c0<c1;for(flip&&([x0,y0,x1,y1,c0,c1]=[x1,y1,
x0,y0,c1,c0]);;){if(c0===0&&c1===0)return flip?[x1,y1,x0,y0]:[x0,y0,x1,y1];if(c0&c1)return null;let x,y,c=c0||c1;c&8?(x=
x0+(x1-x0)*(this.ymax-y0)/(y1-y0),y=this.ymax):c&4?(x=x0+(x1-x0)*(this.ymin-y0)/(y1-y0),y=this.ymin):c&2?(y=y0+(y1-y0)*(this.
xmax-x0)/(x1-x0),x=this.xmax):(y=y0+(y1-y0)*(this.xmin-x0)/(x1-x0),x=this.xmin),c0?(x0=x,y0=y,c0=this._regioncode(x0,y0)):
(x1=x,y1=y,c1=this._regioncode(x1,y1))}}_clipInfinite(i,points,vx0,vy0,vxn,vyn){let P=Array.from(points),p;if((p=this._project(
P[0],P[1],vx0,vy0))&&P.unshift(p[0],p[1]),(p=this._project(P[P.length-2],P[P.length-1],vxn,vyn))&&P.push(p[0],p[1]),P=this.
_clipFinite(i,P))for(let j=0,n=P.length,c0,c1=this._edgecode(P[n-2],P[n-1]);j<n;j+=2)c0=c1,c1=this._edgecode(P[j],P[j+1]),
c0&&c1&&(j=this._edge(i,c0,c1,P,j),n=P.length);else this.contains(i,(this.xmin+this.xmax)/2,(this.ymin+this.ymax)/2)&&(P=
[this.xmin,this.ymin,this.xmax,this.ymin,this.xmax,this.ymax,this.xmin,this.ymax]);return P}_edge(i,e0,e1,P,j){for(;e0!==
e1;){let x,y;switch(e0){case 5:e0=4;continue;case 4:e0=6,x=this.xmax,y=this.ymin;break;case 6:e0=2;continue;case 2:e0=10,
x=this.xmax,y=this.ymax;break;case 10:e0=8;continue;case 8:e0=9,x=this.xmin,y=this.ymax;break;case 9:e0=1;continue;case 1:
e0=5,x=this.xmin,y=this.ymin;break}(P[j]!==x||P[j+1]!==y)&&this.contains(i,x,y)&&(P.splice(j,0,x,y),j+=2)}return j}_project(x0,y0,vx,vy){
let t=1/0,c,x,y;if(vy<0){if(y0<=this.ymin)return null;(c=(this.ymin-y0)/vy)<t&&(y=this.ymin,x=x0+(t=c)*vx)}else if(vy>0){
if(y0>=this.ymax)return null;(c=(this.ymax-y0)/vy)<t&&(y=this.ymax,x=x0+(t=c)*vx)}if(vx>0){if(x0>=this.xmax)return null;
(c=(this.xmax-x0)/vx)<t&&(x=this.xmax,y=y0+(t=c)*vy)}else if(vx<0){if(x0<=this.xmin)return null;(c=(this.xmin-x0)/vx)<t&&
(x=this.xmin,y=y0+(t=c)*vy)}return[x,y]}_edgecode(x,y){return(x===this.xmin?1:x===this.xmax?2:0)|(y===this.ymin?4:y===this.
ymax?8:0)}_regioncode(x,y){return(x<this.xmin?1:x>this.xmax?2:0)|(y<this.ymin?4:y>this.ymax?8:0)}_simplify(P){if(P&&P.length>
4){for(let i=0;i<P.length;i+=2){let j=(i+2)%P.length,k=(i+4)%P.length;(P[i]===P[j]&&P[j]===P[k]||P[i+1]===P[j+1]&&P[j+1]===
P[k+1])&&(P.splice(j,2),i-=2)}P.length||(P=null)}return P}};var tau=2*Math.PI,pow=Math.pow;function pointX(p){return p[0]}function pointY(p){return p[1]}function collinear(d){let{triangles,
coords}=d;for(let i=0;i<triangles.length;i+=3){let a=2*triangles[i],b=2*triangles[i+1],c=2*triangles[i+2];if((coords[c]-
coords[a])*(coords[b+1]-coords[a+1])-(coords[b]-coords[a])*(coords[c+1]-coords[a+1])>1e-10)return!1}return!0}function jitter(x,y,r){
return[x+Math.sin(x+y)*r,y+Math.cos(x-y)*r]}var Delaunay=class _Delaunay{static from(points,fx=pointX,fy=pointY,that){return new _Delaunay(
"length"in points?flatArray(points,fx,fy,that):Float64Array.from(flatIterable(points,fx,fy,that)))}constructor(points){this.
_delaunator=new Delaunator(points),this.inedges=new Int32Array(points.length/2),this._hullIndex=new Int32Array(points.length/
2),this.points=this._delaunator.coords,this._init()}update(){return this._delaunator.update(),this._init(),this}_init(){
let d=this._delaunator,points=this.points;if(d.hull&&d.hull.length>2&&collinear(d)){this.collinear=Int32Array.from({length:points.
length/2},(_,i)=>i).sort((i,j)=>points[2*i]-points[2*j]||points[2*i+1]-points[2*j+1]);let e=this.collinear[0],f=this.collinear[this.
collinear.length-1],bounds=[points[2*e],points[2*e+1],points[2*f],points[2*f+1]],r=1e-8*Math.hypot(bounds[3]-bounds[1],bounds[2]-
bounds[0]);for(let i=0,n=points.length/2;i<n;++i){let p=jitter(points[2*i],points[2*i+1],r);points[2*i]=p[0],points[2*i+
1]=p[1]}this._delaunator=new Delaunator(points)}else delete this.collinear;let halfedges=this.halfedges=this._delaunator.
halfedges,hull=this.hull=this._delaunator.hull,triangles=this.triangles=this._delaunator.triangles,inedges=this.inedges.
fill(-1),hullIndex=this._hullIndex.fill(-1);for(let e=0,n=halfedges.length;e<n;++e){let p=triangles[e%3===2?e-2:e+1];(halfedges[e]===
-1||inedges[p]===-1)&&(inedges[p]=e)}for(let i=0,n=hull.length;i<n;++i)hullIndex[hull[i]]=i;hull.length<=2&&hull.length>
0&&(this.triangles=new Int32Array(3).fill(-1),this.halfedges=new Int32Array(3).fill(-1),this.triangles[0]=hull[0],inedges[hull[0]]=
1,hull.length===2&&(inedges[hull[1]]=0,this.triangles[1]=hull[1],this.triangles[2]=hull[1]))}voronoi(bounds){return new Voronoi(
this,bounds)}*neighbors(i){let{inedges,hull,_hullIndex,halfedges,triangles,collinear:collinear2}=this;if(collinear2){let l=collinear2.
indexOf(i);l>0&&(yield collinear2[l-1]),l<collinear2.length-1&&(yield collinear2[l+1]);return}let e0=inedges[i];if(e0===
-1)return;let e=e0,p0=-1;do{if(yield p0=triangles[e],e=e%3===2?e-2:e+1,triangles[e]!==i)return;if(e=halfedges[e],e===-1){
let p=hull[(_hullIndex[i]+1)%hull.length];p!==p0&&(yield p);return}}while(e!==e0)}find(x,y,i=0){if(x=+x,x!==x||(y=+y,y!==
y))return-1;let i0=i,c;for(;(c=this._step(i,x,y))>=0&&c!==i&&c!==i0;)i=c;return c}_step(i,x,y){let{inedges,hull,_hullIndex,
halfedges,triangles,points}=this;if(inedges[i]===-1||!points.length)return(i+1)%(points.length>>1);let c=i,dc=pow(x-points[i*
2],2)+pow(y-points[i*2+1],2),e0=inedges[i],e=e0;do{let t=triangles[e],dt=pow(x-points[t*2],2)+pow(y-points[t*2+1],2);if(dt<
dc&&(dc=dt,c=t),e=e%3===2?e-2:e+1,triangles[e]!==i)break;if(e=halfedges[e],e===-1){if(e=hull[(_hullIndex[i]+1)%hull.length],
e!==t&&pow(x-points[e*2],2)+pow(y-points[e*2+1],2)<dc)return e;break}}while(e!==e0);return c}render(context2){let buffer=context2==
null?context2=new Path:void 0,{points,halfedges,triangles}=this;for(let i=0,n=halfedges.length;i<n;++i){let j=halfedges[i];
if(j<i)continue;let ti=triangles[i]*2,tj=triangles[j]*2;context2.moveTo(points[ti],points[ti+1]),context2.lineTo(points[tj],
points[tj+1])}return this.renderHull(context2),buffer&&buffer.value()}renderPoints(context2,r){r===void 0&&(!context2||typeof context2.
moveTo!="function")&&(r=context2,context2=null),r=r==null?2:+r;let buffer=context2==null?context2=new Path:void 0,{points}=this;
for(let i=0,n=points.length;i<n;i+=2){let x=points[i],y=points[i+1];context2.moveTo(x+r,y),context2.arc(x,y,r,0,tau)}return buffer&&
buffer.value()}renderHull(context2){let buffer=context2==null?context2=new Path:void 0,{hull,points}=this,h=hull[0]*2,n=hull.
length;context2.moveTo(points[h],points[h+1]);for(let i=1;i<n;++i){let h2=2*hull[i];context2.lineTo(points[h2],points[h2+
1])}return context2.closePath(),buffer&&buffer.value()}hullPolygon(){let polygon=new Polygon;return this.renderHull(polygon),
polygon.value()}renderTriangle(i,context2){let buffer=context2==null?context2=new Path:void 0,{points,triangles}=this,t0=triangles[i*=
3]*2,t1=triangles[i+1]*2,t2=triangles[i+2]*2;return context2.moveTo(points[t0],points[t0+1]),context2.lineTo(points[t1],
points[t1+1]),context2.lineTo(points[t2],points[t2+1]),context2.closePath(),buffer&&buffer.value()}*trianglePolygons(){let{
triangles}=this;for(let i=0,n=triangles.length/3;i<n;++i)yield this.trianglePolygon(i)}trianglePolygon(i){let polygon=new Polygon;
return this.renderTriangle(i,polygon),polygon.value()}};function flatArray(points,fx,fy,that){let n=points.length,array=new Float64Array(
n*2);for(let i=0;i<n;++i){let p=points[i];array[i*2]=fx.call(that,p,i,points),array[i*2+1]=fy.call(that,p,i,points)}return array}
function*flatIterable(points,fx,fy,that){let i=0;for(let p of points)yield fx.call(that,p,i,points),yield fy.call(that,p,
i,points),++i}var DETAIL_FROM_ZOOM=4,AREAS_FROM_ZOOM=5,RIVERS_FROM_ZOOM=3.5,decodeLines=(text,scale2)=>{let bytes=bytesOf(text),lines=[],
at=0,number=()=>{let value=0,factor=1,byte;do byte=bytes[at++],value+=(byte&127)*factor,factor*=128;while(byte>127);return value%
2?-(value+1)/2:value/2};for(;at<bytes.length;){let count=number(),points=new Float64Array(2*count),box=[2,2,-1,-1],lon=0,
lat=0;for(let k=0;k<count;k++){lon+=number(),lat+=number();let x=points[2*k]=mercatorX(lon*scale2),y=points[2*k+1]=mercatorY(
lat*scale2);x<box[0]&&(box[0]=x),y<box[1]&&(box[1]=y),x>box[2]&&(box[2]=x),y>box[3]&&(box[3]=y)}lines.push({points,box})}
return lines},GroundSource=class{constructor(inline,baseUrl){this.inline=inline,this.baseUrl=baseUrl,this.asked=new Map}async world(){
return this.inline?this.inline.world:(await fetch(this.baseUrl+"basemap/world.json")).json()}detail(code){let found=this.
asked.get(code);return found||this.asked.set(code,found=this.load(code)),found}async areas(code){if(this.inline)return this.
inline.areas?.[code]||null;let answer=await fetch(`${this.baseUrl}areas/${code}.json`);return answer.ok?answer.json():null}async load(code){
if(this.inline)return this.inline.details[code]||null;let answer=await fetch(`${this.baseUrl}basemap/${code}.json`);return answer.
ok?answer.json():null}},squareOf=([west,south,east,north])=>[mercatorX(west),mercatorY(north),mercatorX(east),mercatorY(
south)],makeGround=(world,focus)=>({countries:world.countries.map(item=>({code:item.code,name:item.name,focus:focus.has(
item.code),boxes:item.boxes.map(squareOf),coarse:decodeLines(item.rings,world.scale),fine:null,lines:[],names:[],cities:[]})),
lakes:decodeLines(world.lakes,world.water_scale),rivers:decodeLines(world.rivers,world.water_scale),seas:world.seas.map(
([name,...box])=>({name,box:squareOf(box)}))}),meets=(box,seen)=>box[0]<=seen[2]&&seen[0]<=box[2]&&box[1]<=seen[3]&&seen[1]<=
box[3],isNear=(country,seen)=>country.boxes.some(box=>meets(box,seen));function trace(g,lines,frame,seen,closed){let{scale:scale2,
left,top}=frame;g.beginPath();for(let{points,box}of lines)if(meets(box,seen)){g.moveTo(points[0]*scale2-left,points[1]*scale2-
top);for(let k=2;k<points.length;k+=2)g.lineTo(points[k]*scale2-left,points[k+1]*scale2-top);closed&&g.closePath()}}var GroundPainter=class{constructor(pane,ground,source,onDetail){
this.pane=pane,this.ground=ground,this.source=source,this.onDetail=onDetail}seen({scale:scale2,left,top},width,height){return[
left/scale2,top/scale2,(left+width)/scale2,(top+height)/scale2]}get zoom(){return this.pane.map.getZoom()}wantDetails(seen){
if(!(this.zoom<DETAIL_FROM_ZOOM))for(let country of this.ground.countries)!country.asked&&isNear(country,seen)&&(country.
asked=!0,this.source.detail(country.code).then(detail=>{detail&&(country.fine=decodeLines(detail.rings,detail.scale),country.
lines=decodeLines(detail.lines,detail.scale),country.names=detail.names.map(([name,lat,lon])=>({name,x:mercatorX(lon),y:mercatorY(
lat)})),country.cities=(detail.cities||[]).map(([name,lat,lon,people])=>({name,x:mercatorX(lon),y:mercatorY(lat),people})),
this.onDetail())}))}rings(country){return country.fine&&this.zoom>=DETAIL_FROM_ZOOM?country.fine:country.coarse}paint(g,frame,width,height){
let seen=this.seen(frame,width,height);this.wantDetails(seen);let near=this.ground.countries.filter(country=>isNear(country,
seen)),shown=near.filter(country=>country.focus),c=this.pane.app.colours();g.lineJoin="round";for(let country of near)trace(
g,this.rings(country),frame,seen,!0),g.fillStyle=g.strokeStyle=c.land_neighbour,g.fill("evenodd"),g.lineWidth=1.2,g.stroke();
for(let country of near)trace(g,this.rings(country),frame,seen,!0),g.strokeStyle=c.border_neighbour,g.lineWidth=.8,g.stroke();
for(let country of shown)trace(g,this.rings(country),frame,seen,!0),g.fillStyle=c.land,g.fill("evenodd");this.paintWater(
g,frame,seen,c),this.paintBorders(g,frame,seen,shown,c)}paintWater(g,frame,seen,c){trace(g,this.ground.lakes,frame,seen,
!0),g.fillStyle=c.water,g.fill("evenodd"),g.strokeStyle=c.river,g.lineWidth=.8,g.stroke(),!(this.zoom<RIVERS_FROM_ZOOM)&&
(trace(g,this.ground.rivers,frame,seen,!1),g.lineWidth=this.zoom<5?1:1.6,g.stroke())}paintBorders(g,frame,seen,shown,c){
if(this.pane.app.settings.lines&&this.zoom>=AREAS_FROM_ZOOM){g.strokeStyle=c.admin,g.lineWidth=1;for(let country of shown)
trace(g,country.lines,frame,seen,!1),g.stroke()}g.strokeStyle=c.border,g.lineWidth=1.6;for(let country of shown)trace(g,
this.rings(country),frame,seen,!0),g.stroke()}};var STRIPS=64,STEPS=4e7,NOT_PLACES=new Set(["country","province","region","district"]),Part=class{constructor(name,rings2){
this.name=name,this.rings=rings2,this.box=[2,2,-1,-1];for(let{box}of rings2)this.box=[Math.min(this.box[0],box[0]),Math.
min(this.box[1],box[1]),Math.max(this.box[2],box[2]),Math.max(this.box[3],box[3])];this.cells=[],this.strips=null}stripOf(y){
let high=this.box[3]-this.box[1]||1;return Math.max(0,Math.min(STRIPS-1,Math.floor((y-this.box[1])/high*STRIPS)))}makeStrips(){
let strips=Array.from({length:STRIPS},()=>[]);for(let{points}of this.rings)for(let k=0,last=points.length-2;k<points.length;last=
k,k+=2){let side=[points[last],points[last+1],points[k],points[k+1]],from=this.stripOf(Math.min(side[1],side[3])),to=this.
stripOf(Math.max(side[1],side[3]));for(let s=from;s<=to;s++)strips[s].push(...side)}return this.strips=strips}contains(x,y){
let{box}=this;if(x<box[0]||x>box[2]||y<box[1]||y>box[3])return!1;let sides=(this.strips||this.makeStrips())[this.stripOf(
y)],inside=!1;for(let k=0;k<sides.length;k+=4){let ay=sides[k+1],by=sides[k+3];ay>y!=by>y&&x<sides[k]+(y-ay)/(by-ay)*(sides[k+
2]-sides[k])&&(inside=!inside)}return inside}};function cellsOf(sites,box){if(sites.length===1)return[{...sites[0],points:null}];
let flat=new Float64Array(2*sites.length);sites.forEach((site,k)=>{flat[2*k]=(site.x-box[0])*STEPS,flat[2*k+1]=(site.y-box[1])*
STEPS});let edge=STEPS*1e-6,voronoi=new Delaunay(flat).voronoi([-edge,-edge,(box[2]-box[0])*STEPS+edge,(box[3]-box[1])*STEPS+
edge]),cells=[];return sites.forEach(({x,y,label},k)=>{let polygon=voronoi.cellPolygon(k);if(!polygon)return;let points=new Float64Array(
2*polygon.length-2);for(let p=0;p+1<polygon.length;p++)points[2*p]=polygon[p][0]/STEPS+box[0],points[2*p+1]=polygon[p][1]/
STEPS+box[1];cells.push({label,x,y,points})}),cells}function partAt(parts,x,y,guess){return guess>=0&&parts[guess].contains(
x,y)?guess:parts.findIndex(part2=>part2.contains(x,y))}var Division=class{constructor(kind,parts,size,member){this.kind=
kind,this.parts=parts,this.size=size,this.member=member,this.hasReach=kind==="cells"}};function partsOfPlaces(history,parts){
let found=new Int32Array(history.n).fill(-1),guess=-1;for(let i of history.order){if(!(history.off[i+1]>history.off[i]&&
!history.mentioned[i])||NOT_PLACES.has(history.kinds[history.kind[i]]))continue;let part2=partAt(parts,history.x[i],history.
y[i],guess);part2>=0&&(guess=part2),found[i]=part2}return found}function roundPlaces(history,parts,partOf){let sites=parts.
map(()=>[]);for(let k=history.n-1;k>=0;k--){let i=history.order[k];partOf[i]>=0&&sites[partOf[i]].push({x:history.x[i],y:history.
y[i],label:i})}parts.forEach((part2,p)=>{part2.cells=sites[p].length?cellsOf(sites[p],part2.box):[]});let member=Int32Array.
from(partOf,(part2,i)=>part2>=0?i:-1);return new Division("cells",parts,history.n,member)}function roundSeats(history,parts,partOf,seats){
let sites=parts.map(()=>[]);for(let seat of seats){let part2=partAt(parts,seat.x,seat.y,-1);part2>=0&&sites[part2].push(
seat)}let nearest2=parts.map((part2,p)=>sites[p].length?(part2.cells=cellsOf(sites[p],part2.box),Delaunay.from(sites[p],
site=>site.x*STEPS,site=>site.y*STEPS)):null),member=Int32Array.from(partOf,(p,i)=>{let found=p>=0&&nearest2[p];return found?
sites[p][found.find(history.x[i]*STEPS,history.y[i]*STEPS)].label:-1});return new Division("districts",parts,seats.length,
member)}function divide(history,kind,countries){let parts=countries.flatMap(({areas,scale:scale2})=>areas.map(area=>new Part(
area.name,decodeLines(area.rings,scale2)))),partOf=partsOfPlaces(history,parts);if(kind==="cells")return roundPlaces(history,
parts,partOf);if(kind==="districts"){let sites=countries.flatMap(({districts})=>districts).map(([,lat,lon],label)=>({x:mercatorX(
lon),y:mercatorY(lat),label}));return roundSeats(history,parts,partOf,sites)}return parts.forEach((part2,label)=>part2.cells=
[{label,x:0,y:0,points:null}]),new Division("provinces",parts,parts.length,partOf)}var EARTH_ROUND_KM=40075.017,Runs=class{constructor(){this.start=new Int32Array(16384),this.end=new Int32Array(16384),this.
below=new Int32Array(16384),this.length=0,this.areas=[]}add(start2,end,below){this.length===this.start.length&&this.grow();
let k=this.length++;this.start[k]=start2,this.end[k]=end,this.below[k]=below}grow(){for(let name of["start","end","below"]){
let more=new Int32Array(2*this[name].length);more.set(this[name]),this[name]=more}}};function rowsOf(rings2,{scale:scale2,
left,top},height){let rows=[];for(let{points}of rings2)for(let k=0,last=points.length-2;k<points.length;last=k,k+=2){let ay=points[last+
1]*scale2-top,by=points[k+1]*scale2-top;if(ay===by)continue;let from=Math.max(0,Math.ceil(Math.min(ay,by)-.5)),to=Math.min(
height-1,Math.ceil(Math.max(ay,by)-.5)-1);if(from>to)continue;let ax=points[last]*scale2-left,slope=(points[k]*scale2-left-
ax)/(by-ay);for(let y=from;y<=to;y++)(rows[y]||(rows[y]=[])).push(ax+(y+.5-ay)*slope)}for(let row of rows)row&&row.sort(
(a,b)=>a-b);return rows}function reachOf({y},reach,scale2){let cosine=1/Math.cosh((.5-y)*2*Math.PI);return reach/(EARTH_ROUND_KM*
cosine)*scale2}function note({runs,base,width,water},y,from,to){let at=y*width+Math.max(0,Math.ceil(from-.5)),end=y*width+
Math.min(width,Math.ceil(to-.5));for(;at<end;){let below=base[at],next=at+1;for(;next<end&&base[next]===below;)next++;(below!==
water||!water)&&runs.add(at,next,below),at=next}}function spanOf(points,{scale:scale2,left,top},y){let from=1/0,to=-1/0;
for(let k=0,last=points.length-2;k<points.length;last=k,k+=2){let ay=points[last+1]*scale2-top,by=points[k+1]*scale2-top;
if(ay>y==by>y)continue;let ax=points[last]*scale2-left,x=ax+(y-ay)/(by-ay)*(points[k]*scale2-left-ax);x<from&&(from=x),x>
to&&(to=x)}return[from,to]}function rowsTaken({points,y},{frame,height},radius){let top=y*frame.scale-frame.top-radius,bottom=y*
frame.scale-frame.top+radius;if(points){let least=1/0,most=-1/0;for(let k=1;k<points.length;k+=2)points[k]<least&&(least=
points[k]),points[k]>most&&(most=points[k]);top=Math.max(top,least*frame.scale-frame.top),bottom=Math.min(bottom,most*frame.
scale-frame.top)}return[Math.max(0,Math.ceil(top-.5)),Math.min(height-1,Math.ceil(bottom-.5)-1)]}function noteCell(cell,land,job){
let{frame,runs,reach}=job,radius=reach?reachOf(cell,reach,frame.scale):1/0,x=cell.x*frame.scale-frame.left,y=cell.y*frame.
scale-frame.top,begin=runs.length,[first,last]=rowsTaken(cell,job,radius);for(let row=first;row<=last;row++){let pairs=land[row];
if(!pairs)continue;let[from,to]=cell.points?spanOf(cell.points,frame,row+.5):[-1/0,1/0];if(reach){let half=Math.sqrt(Math.
max(0,radius**2-(row+.5-y)**2));from=Math.max(from,x-half),to=Math.min(to,x+half)}for(let k=0;k+1<pairs.length;k+=2){let a=Math.
max(from,pairs[k]),b=Math.min(to,pairs[k+1]);a<b&&note(job,row,a,b)}}runs.length>begin&&runs.areas.push(cell.label,begin,
runs.length)}function rasterise(division,frame,sheet){let runs=new Runs,{width,height}=sheet,job={...sheet,runs,frame,reach:division.
hasReach?sheet.reach:0};for(let part2 of division.parts){let[west,north,east,south]=part2.box;if(east*frame.scale<frame.
left||west*frame.scale>frame.left+width||south*frame.scale<frame.top||north*frame.scale>frame.top+height||!part2.cells.length)
continue;let land=rowsOf(part2.rings,frame,height);for(let cell of part2.cells)noteCell(cell,land,job)}return runs}var FADED=.3;function runOf(list,width){let at=new Int32Array(list.length/3),colour=new Int32Array(list.length/3);for(let k=0;k<
at.length;k++)at[k]=list[3*k]+list[3*k+1]*width,colour[k]=list[3*k+2];return{at,colour}}var Sprite=class{constructor(image,centre,fade=1){
let side=image.width,pixels=new Int32Array(image.data.buffer);this.solid=[],this.soft=[];for(let k=0;k<pixels.length;k++){
let alpha=Math.round((pixels[k]>>>24)*fade);if(!alpha)continue;let dx=k%side-centre,dy=Math.floor(k/side)-centre,colour=pixels[k]&
16777215|alpha<<24;(alpha>250?this.solid:this.soft).push(dx,dy,colour)}this.reach=centre+1,this.width=0,this.solidRun=runOf(
[],0),this.softRun=runOf([],0)}fitTo(width){this.width!==width&&(this.width=width,this.solidRun=runOf(this.solid,width),
this.softRun=runOf(this.soft,width))}},Sprites=class{constructor(looks,colours,ratio){this.looks=looks,this.colours=colours,
this.ratio=ratio,this.made=[],this.canvas=document.createElement("canvas"),this.g=context(this.canvas,{willReadFrequently:!0})}get(code,size,r,faded){
let key=code*8+size*2+(faded?1:0);return this.made[key]||(this.made[key]=this.draw(code,r,faded))}draw(code,r,faded){let flags=code&
7,room=r+(flags&CHANGED?8:flags&UNCERTAIN?5:2.5),centre=Math.ceil(room*this.ratio),side=2*centre+1,{g}=this;this.canvas.
width=this.canvas.height=side,g.scale(this.ratio,this.ratio);let middle=(centre+.5)/this.ratio;return drawMark(g,middle,
middle,r,this.looks[code>>3],flags,this.colours),new Sprite(g.getImageData(0,0,side,side),centre,faded?FADED:1)}};function over(top,below){
let ta=top>>>24;if(below>>>24===255){let rest=255-ta,r=((top&255)*ta+(below&255)*rest)*257+32768>>>16,g=((top>>8&255)*ta+
(below>>8&255)*rest)*257+32768>>>16;return-16777216|((top>>16&255)*ta+(below>>16&255)*rest)*257+32768>>>16<<16|g<<8|r}return overClear(
top,below)}function overClear(top,below){let ta=top>>>24,rest=(below>>>24)*(255-ta)/255,alpha=ta+rest,mix=shift=>Math.round(
((top>>shift&255)*ta+(below>>shift&255)*rest)/alpha);return Math.round(alpha)<<24|mix(16)<<16|mix(8)<<8|mix(0)}var blit=(pixels,sprite,at)=>{
let solid=sprite.solidRun.at,solidColour=sprite.solidRun.colour;for(let k=0;k<solid.length;k++)pixels[at+solid[k]]=solidColour[k];
let soft=sprite.softRun.at,softColour=sprite.softRun.colour;for(let k=0;k<soft.length;k++){let p=at+soft[k];pixels[p]=over(
softColour[k],pixels[p])}},blitClipped=(pixels,sprite,px,py,width,height)=>{for(let list of[sprite.solid,sprite.soft])for(let k=0;k<
list.length;k+=3){let x=px+list[k],y=py+list[k+1];if(x<0||y<0||x>=width||y>=height)continue;let p=y*width+x;pixels[p]=over(
list[k+2],pixels[p])}};var OPACITY={light:.36,dark:.42},INFERRED=.5,OLD=.42,FADED2=.3,FEW=2,OF_FEW=.5,BAND=5;function pixelOf(hex,alpha){let long=hex.
length===4?hex.replace(/[^#]/g,"$&$&"):hex,[r,g,b]=[1,3,5].map(k=>parseInt(long.slice(k,k+2),16));return Math.round(alpha*
255)<<24|b<<16|g<<8|r}function shownOf(look,flags){if(!look.parties.length||look.state==="unknown"||look.state==="mentio\
ned")return null;let share=(flags&STALE?OLD:1)*(look.standing==="inferred"?INFERRED:1);return look.state==="contested"?{
parties:look.parties,stripes:"fought",share}:look.state==="disputed"?{parties:look.parties,stripes:"disputed",share}:{parties:look.
parties,stripes:"",share}}function majorityOf(votes){if(!votes.length)return null;let tally=new Map;for(let shown of votes){
let key=shown.stripes+[...shown.parties].sort().join(),entry=tally.get(key)||{shown,count:0,share:0};entry.count++,entry.
share+=shown.share,tally.set(key,entry)}let trust=votes.length>FEW?1:OF_FEW,[first,second]=[...tally.entries()].sort((a,b)=>b[1].
count-a[1].count||(a[0]<b[0]?-1:1)).map(entry=>entry[1]);if(2*first.count>votes.length)return{...first.shown,share:trust*
first.share/first.count};let parties=[first.shown.parties[0],second.shown.parties[0]],share=trust*(first.share+second.share)/
(first.count+second.count);return parties[0]===parties[1]?{parties:[parties[0]],stripes:"",share}:{parties,stripes:"mixe\
d",share}}var Tints=class{constructor(colours,theme){this.colours=colours,this.opacity=OPACITY[theme],this.list=[{first:0,
second:0,stripes:""}],this.numbers=new Map}number(shown,faded){if(!shown)return 0;let alpha=Math.round(this.opacity*shown.
share*(faded?FADED2:1)*50)/50,key=`${shown.parties.join()}|${shown.stripes}|${alpha}`,found=this.numbers.get(key);if(found===
void 0){let fills=shown.parties.map(id=>pixelOf(this.colours.party(id).fill,alpha));found=this.list.length,this.list.push(
{first:fills[0],second:fills[fills.length-1],stripes:shown.stripes}),this.numbers.set(key,found)}return found}};function stain(tint,below,theme){
if(below>>>24!==255)return over(tint,below);let alpha=(tint>>>24)/255,mixed=255<<24;for(let shift of[0,8,16]){let c=tint>>
shift&255,ground=below>>shift&255,whole=theme==="dark"?255-(255-c)*(255-ground)/255:c*ground/255;mixed|=Math.round(ground+
(whole-ground)*alpha)<<shift}return mixed}function paintRun(pixels,start2,end,below,tint,width,ratio,theme){if(!tint.first){
pixels.fill(below,start2,end);return}let first=stain(tint.first,below,theme);if(!tint.stripes){pixels.fill(first,start2,
end);return}let second=stain(tint.second,below,theme),band=BAND*ratio,y=Math.floor(start2/width),across2=tint.stripes===
"mixed"?0:1,along=(tint.stripes==="disputed"?0:y)+across2*(start2-y*width);for(let p=start2;p<end;p++,along+=across2)pixels[p]=
Math.floor(along/band)&1?second:first}var made=new WeakMap;function divisionOf(history,kind,source){let kinds=made.get(history);kinds||made.set(history,kinds=
new Map);let found=kinds.get(kind);if(!found){let codes=new Set;for(let i=0;i<history.n;i++)history.mentioned[i]||codes.
add(history.areas[history.area[i]][1]);found=Promise.all([...codes].map(code=>source.areas(code))).then(countries=>divide(
history,kind,countries.filter(areas=>areas!==null))),kinds.set(kind,found)}return found}function membersOf({member,size}){
let off=new Uint32Array(size+1);for(let label of member)label>=0&&off[label+1]++;for(let k=0;k<size;k++)off[k+1]+=off[k];
let places=new Uint32Array(off[size]),at=off.slice();return member.forEach((label,i)=>{label>=0&&(places[at[label]++]=i)}),
{off,places}}var AreasPainter=class{constructor(pane){this.pane=pane,this.division=null,this.wanted="",this.history=null,
this.runs=new Runs,this.tints=null,this.pixels=new Int32Array(0),this.width=1,this.ratio=1,this.code=new Uint16Array(0),
this.tint=new Int32Array(0),this.members={off:new Uint32Array(1),places:new Uint32Array(0)}}get app(){return this.pane.app}get isOn(){
let kind=this.app.settings.areas,{history}=this.pane;return!kind||!history?!1:this.history===history&&this.wanted===kind?
this.division!==null:(this.history=history,this.wanted=kind,this.division=null,divisionOf(history,kind,this.app.source).
then(division=>{this.history!==history||this.wanted!==kind||(this.division=division,this.members=membersOf(division),this.
app.redrawScenes())}),!1)}prepare(frame,width,height,ratio,base){if(!this.division)return;let own={scale:frame.scale*ratio,
left:frame.left*ratio,top:frame.top*ratio},colours=this.app.colours(),water=this.app.seesThrough?0:pixelOf(colours.water,
1);this.runs=rasterise(this.division,own,{width,height,base,water,reach:this.app.settings.reach}),this.tints=new Tints(colours,
this.app.theme),this.pixels=base.slice(),this.width=width,this.ratio=ratio,this.tint=new Int32Array(this.division.size),
this.code=new Uint16Array(0)}groundOf(base){let{division,tints,tint,runs}=this;if(!division||!tints||this.pixels.length!==
base.length)return base;let changed=this.changedAreas(),{areas}=runs;for(let k=0;k<areas.length;k+=3){let label=areas[k];
if(changed&&!changed[label])continue;let number=this.tintOf(label);if(number===tint[label])continue;tint[label]=number;let look=tints.
list[number];for(let run=areas[k+1];run<areas[k+2];run++)paintRun(this.pixels,runs.start[run],runs.end[run],runs.below[run],
look,this.width,this.ratio,this.app.theme)}return this.pixels}changedAreas(){let{moment,against}=this.pane,{division}=this;
if(!moment||!division)return null;if(this.code.length!==moment.code.length||!!against)return this.code=moment.code.slice(),
null;let changed=new Uint8Array(division.size),{member}=division;for(let i=0;i<member.length;i++)this.code[i]!==moment.code[i]&&
(this.code[i]=moment.code[i],member[i]>=0&&(changed[member[i]]=1));return changed}tintOf(label){let{moment,points}=this.
pane,{division,tints,members}=this;if(!moment||!division||!tints)return 0;let shown=i=>shownOf(moment.lookOf(i),moment.code[i]&
7);if(division.kind==="cells")return tints.number(shown(label),points.isFaded(label));let votes=[],faded=!0;for(let k=members.
off[label];k<members.off[label+1];k++){let vote=shown(members.places[k]);vote&&(votes.push(vote),faded=faded&&points.isFaded(
members.places[k]))}return tints.number(majorityOf(votes),faded)}};var ROW=19,LEAST=30,ROOM=16,NAME=12.5,WIDEST=190;function ringOf(from,middle){let byX=from.map((_,k)=>k).sort((a,b)=>from[b].
x-from[a].x||a-b),half=Math.ceil(from.length/2),radius=Math.max(LEAST,(half-1)*ROW/2+6),spots=new Array(from.length);for(let[
side,list]of[[1,byX.slice(0,half)],[-1,byX.slice(half)]]){let rows=list.sort((a,b)=>from[a].y-from[b].y||a-b);rows.forEach(
(k,row)=>{let dy=(row-(rows.length-1)/2)*Math.max(ROW,(2*radius-12)/rows.length),dx=Math.sqrt(Math.max(0,radius*radius-dy*
dy));spots[k]={x:middle.x+side*dx,y:middle.y+dy}})}return{radius,spots}}var Spread=class{constructor(pane,middle,radius,members){
this.pane=pane,this.middle=middle,this.radius=radius,this.members=members}spotOf(i){let member=this.members.find(one=>one.
i===i);return member?member.at:null}hit(point){for(let{i,at,r,box}of this.members)if(point.x>=box[0]&&point.x<=box[2]&&point.
y>=box[1]&&point.y<=box[3]||Math.hypot(point.x-at.x,point.y-at.y)<=r+5)return i;return Math.hypot(point.x-this.middle.x,
point.y-this.middle.y)<=this.radius+ROOM?-1:null}paint(g){let{app,moment}=this.pane;if(!moment)return;let c=app.colours();
g.save(),this.paintGround(g,c);for(let{from,at}of this.members)g.beginPath(),g.moveTo(from.x,from.y),g.lineTo(at.x,at.y),
g.stroke();g.fillStyle=c.panel,g.globalAlpha=.94;for(let{box}of this.members)g.beginPath(),g.roundRect(box[0],box[1],box[2]-
box[0],box[3]-box[1],3),g.fill();g.globalAlpha=1,g.fillStyle=c.ink_second;for(let{from}of this.members)g.beginPath(),g.arc(
from.x,from.y,1.6,0,2*Math.PI),g.fill();for(let{i,at,r,name,box}of this.members)drawMark(g,at.x,at.y,r,moment.lookOf(i),
moment.code[i]&7,c),g.font=fontOf(app.fonts.sans,i===app.place),g.fillStyle=c.ink,g.textAlign="left",g.textBaseline="mid\
dle",g.fillText(name,box[0]+4,(box[1]+box[3])/2+.5,WIDEST);g.restore()}paintGround(g,c){"letterSpacing"in g&&(g.letterSpacing=
"0px"),g.fillStyle=c.panel,g.strokeStyle=c.rule,g.lineWidth=1,g.globalAlpha=.94,g.beginPath(),g.arc(this.middle.x,this.middle.
y,this.radius+ROOM,0,2*Math.PI),g.fill(),g.stroke(),g.globalAlpha=1,g.strokeStyle=c.ink_third}},fontOf=(sans,chosen)=>`${chosen?
700:500} ${NAME}px ${sans}`,movedInto=(middle,wide,high,seen)=>({x:Math.max(seen[0]+wide,Math.min(seen[2]-wide,middle.x)),
y:Math.max(seen[1]+high,Math.min(seen[3]-high,middle.y))});function spreadOver(pane,places,frame,shift){let{crowding,points,
names}=pane,radii=points.radii(),from=places.map(i=>crowding.ownSpot(i,frame)),g=pane.scene.g,texts=places.map(i=>names.
textOf(i));g.font=fontOf(pane.app.fonts.sans,!0),"letterSpacing"in g&&(g.letterSpacing="0px");let wide=texts.map(text=>Math.
min(WIDEST,g.measureText(text).width)),flat=ringOf(from,{x:0,y:0}),room=pane.room(),seen=[shift.x,shift.y,shift.x+room.width,
shift.y+room.height],reach=flat.radius+ROOM+6,middle=movedInto(from[0],reach+Math.max(...wide),reach,seen),{radius,spots}=ringOf(
from,middle),members=places.map((i,k)=>{let r=radii[pane.history?pane.history.importance[i]:1],at=spots[k],left=at.x>=middle.
x?at.x+r+4:at.x-r-12-wide[k],box=[left,at.y-9.5,left+wide[k]+8,at.y+9.5];return{i,from:from[k],at,r,name:texts[k],box}});
return new Spread(pane,middle,radius,members)}var Taken=class{constructor(width,height){this.columns=Math.ceil(width/48)+1,this.rows=Math.ceil(height/48)+1,this.squares=
[]}each(box,work){let right=Math.min(this.columns-1,Math.floor(box[2]/48)),bottom=Math.min(this.rows-1,Math.floor(box[3]/
48));for(let y=Math.max(0,Math.floor(box[1]/48));y<=bottom;y++)for(let x=Math.max(0,Math.floor(box[0]/48));x<=right;x++)
work(y*this.columns+x)}add(box,weight){let entry={box,weight};this.each(box,k=>(this.squares[k]||(this.squares[k]=[])).push(
entry))}cost(box){let sum2=0;return this.each(box,k=>{for(let{box:other,weight}of this.squares[k]||[])box[0]<other[2]&&other[0]<
box[2]&&box[1]<other[3]&&other[1]<box[3]&&(sum2+=weight)}),sum2}};var BEYOND=40,EDGE=28,MOST_COVERED=.5,MOST_SPREAD=24,CLOSEST=13,SIZE=10.5,FIRM=1e6;function discOf(r,columns){let steps=[],
reach=Math.floor(r);for(let dy=-reach;dy<=reach;dy++)for(let dx=-reach;dx<=reach;dx++)dx*dx+dy*dy<=r*r&&steps.push(dy*columns+
dx);return Int32Array.from(steps)}function groupsOf(history,radii,frame,width,height){let head=new Int32Array(history.n).
fill(-1),count=new Uint32Array(history.n),columns=Math.ceil(width)+2*BEYOND,rows=Math.ceil(height)+2*BEYOND,owner=new Int32Array(
columns*rows).fill(-1),discs=radii.map(r=>discOf(r,columns)),seen=[],hiderOf=(middle,disc2)=>{let hidden=0;for(let k=0;k<
disc2.length;k++)owner[middle+disc2[k]]>=0&&hidden++;if(hidden<=disc2.length*MOST_COVERED)return-1;if(owner[middle]>=0)return owner[middle];
let parts=new Map,best=-1,most=0;for(let step of disc2){let above=owner[middle+step];if(above<0)continue;let part2=(parts.
get(above)||0)+1;parts.set(above,part2),part2>most&&(most=part2,best=above)}return best},edge=BEYOND-EDGE;for(let k=history.
n-1;k>=0;k--){let i=history.order[k];if(history.mentioned[i])continue;let x=Math.round(history.x[i]*frame.scale-frame.left)+
BEYOND,y=Math.round(history.y[i]*frame.scale-frame.top)+BEYOND;if(x<edge||y<edge||x>=columns-edge||y>=rows-edge)continue;
let middle=y*columns+x,disc2=discs[history.importance[i]],hider=hiderOf(middle,disc2);if(hider>=0){head[i]=hider,count[hider]++;
continue}seen.push(i);for(let j=0;j<disc2.length;j++)owner[middle+disc2[j]]<0&&(owner[middle+disc2[j]]=i)}return{head,count,
seen}}var Crowding=class{constructor(pane){this.pane=pane,this.key="",this.history=null,this.head=new Int32Array(0),this.
count=new Uint32Array(0),this.covered=new Uint8Array(0),this.seen=[],this.figures=[],this.spread=null,this.shift={x:0,y:0}}get app(){
return this.pane.app}arrange(frame,width,height){let{history,points}=this.pane;if(!history)return;let radii=points.radii(),
key=[frame.scale,frame.left,frame.top,width,height,...radii].join();if(key===this.key&&history===this.history)return;this.
spread=null,this.key=key,this.history=history;let found=groupsOf(history,radii,frame,width,height);this.head=found.head,
this.count=found.count,this.seen=found.seen,this.covered=Uint8Array.from(found.head,hider=>hider>=0?1:0),this.app.afterDay()}hidden(){
return this.history&&this.history===this.pane.history?this.covered:null}get total(){return this.hidden()&&this.app.settings.
marks?this.covered.reduce((sum2,one)=>sum2+one,0):0}boxes(){return this.figures.map(figure=>figure.box)}placeFigures(g,frame,width,height,shift){
this.figures=[],this.shift={x:shift.x,y:shift.y};let{history}=this.pane;if(!history||!this.hidden()||!this.app.settings.
marks)return;let radii=this.pane.points.radii(),taken=new Taken(width,height);for(let box of this.pane.cornerBoxes())taken.
add([box[0]+shift.x,box[1]+shift.y,box[2]+shift.x,box[3]+shift.y],FIRM);for(let i of this.seen){let{x,y}=this.ownSpot(i,
frame),r=.72*radii[history.importance[i]]+(i===this.app.place?7.5:.5);taken.add([x-r,y-r,x+r,y+r],1)}g.font=this.font;for(let i of this.
seen){if(!this.count[i])continue;let{x,y}=this.ownSpot(i,frame),text=`+${this.count[i]}`,wide=g.measureText(text).width,
away=radii[history.importance[i]]*.72+(i===this.app.place?8.5:2.5),box=figureBoxes(x,y,away,wide).find(one=>!taken.cost(
one));box&&(taken.add(box,FIRM),this.figures.push({head:i,text,box}))}}get font(){return`600 ${SIZE}px ${this.app.fonts.
sans}`}paintFigures(g){let c=this.app.colours();g.font=this.font,"letterSpacing"in g&&(g.letterSpacing="0px"),g.textAlign=
"left",g.textBaseline="middle",g.lineJoin="round",g.strokeStyle=c.halo,g.lineWidth=3,g.fillStyle=c.ink_second;for(let{text,
box}of this.figures){let y=Math.round((box[1]+box[3])/2);g.strokeText(text,Math.round(box[0])+1,y),g.fillText(text,Math.
round(box[0])+1,y)}}ownSpot(i,frame){let{history}=this.pane;return history?{x:history.x[i]*frame.scale-frame.left,y:history.
y[i]*frame.scale-frame.top}:{x:0,y:0}}spotOf(i,frame){return this.spread&&this.spread.spotOf(i)||this.ownSpot(i,frame)}spreadSpot(i){
let at=this.spread&&this.spread.spotOf(i);return at&&{x:at.x-this.shift.x,y:at.y-this.shift.y}}paint(g,_frame){this.spread&&
this.spread.paint(g)}groupOf(i){if(!this.hidden())return[];let top=this.head[i]>=0?this.head[i]:i;if(!this.count[top])return[];
let members=[top];for(let k=0;k<this.head.length;k++)this.head[k]===top&&members.push(k);return members}open(i){let members=this.
groupOf(i),{history,scene}=this.pane;if(!history||!scene||members.length<2)return!1;if(members.length>MOST_SPREAD&&this.
goNearer(members))return!0;let at=scene.shift();this.shift={x:at.x,y:at.y},this.spread=spreadOver(this.pane,members,scene.
frame(),this.shift);let names=members.map(k=>history.names[k]).join(", ");return this.app.live.textContent=`${members.length}\
 places lie here: ${names}`,scene.redrawMarks(),!0}goNearer(members){let{history,map}=this.pane;if(!history||map.getZoom()>=
CLOSEST)return!1;let bounds=L.latLngBounds(members.map(i=>[history.lat[i],history.lon[i]]));return bounds.getNorthEast().
equals(bounds.getSouthWest(),1e-4)?!1:(this.pane.isFitted=!1,this.pane.asked=null,this.pane.fitTo(bounds,CLOSEST,!0),!0)}close(){
return this.spread?(this.spread=null,this.app.pointAt(-1),this.pane.scene&&this.pane.scene.redrawMarks(),!0):!1}hit(point){
return this.spread?this.spread.hit({x:point.x+this.shift.x,y:point.y+this.shift.y}):null}click(point,i){if(this.spread){
if(this.hit(point)!==null)return i<0;this.close()}let x=point.x+this.shift.x,y=point.y+this.shift.y,figure=this.figures.
find(({box})=>x>=box[0]-3&&y>=box[1]-3&&x<=box[2]+3&&y<=box[3]+3);return figure&&i<0?this.open(figure.head):(i>=0&&this.
open(i),!1)}};function figureBoxes(x,y,away,wide){let high=SIZE+1,right=x+away,left=x-away-wide-2;return[[right,y-away-high+
3,right+wide+2,y-away+3],[left,y-away-high+3,left+wide+2,y-away+3],[right,y+away-3,right+wide+2,y+away+high-3],[left,y+away-
3,left+wide+2,y+away+high-3]]}var closeSpread=app=>app.panes.filter(pane=>pane.crowding.close()).length>0;function toggleSpread(app,i){
!closeSpread(app)&&i>=0&&app.first.crowding.open(i)}var makeHead=root=>{let head=el("div","wh-head"),date=el("div","wh-date"),line=el("div","wh-line");return head.append(date,
line),root.appendChild(head),{element:head,show(history,day,role){if(date.textContent=longDay(day),role){line.className=
"wh-line wh-quiet",line.textContent=role;return}let{pieces,quiet}=dayLine(history,day,isPhone());line.className=quiet?"w\
h-line wh-quiet":"wh-line",line.replaceChildren(...pieces.map(([text,bold])=>bold?el("b","",text):document.createTextNode(
text)))},clear(){date.textContent="",line.replaceChildren()}}};var CELL=10;function crossingsOf(rings2,y,frame){let crossings=[];for(let{points,box}of rings2){if(box[1]>y||box[3]<y)continue;
let last=points.length-2;for(let k=0;k<points.length;last=k,k+=2){let ya=points[last+1],yb=points[k+1];if(ya>y!=yb>y){let x=points[last]+
(y-ya)/(yb-ya)*(points[k]-points[last]);crossings.push(x*frame.scale-frame.left)}}}return crossings.sort((a,b)=>a-b)}var gridOfCountries=(painter,width,height,frame)=>{
let columns=Math.ceil(width/CELL),rows=Math.ceil(height/CELL),owner=new Int16Array(columns*rows).fill(-1),seen=painter.seen(
frame,width,height);return painter.ground.countries.forEach((country,number)=>{if(isNear(country,seen))for(let row=0;row<
rows;row++){let y=(frame.top+(row+.5)*CELL)/frame.scale,crossings=crossingsOf(painter.rings(country),y,frame);for(let k=0;k+
1<crossings.length;k+=2){let from=Math.max(0,Math.ceil(crossings[k]/CELL-.5)),to=Math.min(columns-1,Math.floor(crossings[k+
1]/CELL-.5));for(let column=from;column<=to;column++)owner[row*columns+column]=number}}}),{cell:CELL,columns,rows,owner}};
function depths(grid){let{columns,rows,owner}=grid,depth=new Float32Array(owner.length),at=(c,r,own)=>c<0||r<0||c>=columns||
r>=rows||owner[r*columns+c]!==own?0:depth[r*columns+c],sweep=(c,r,d)=>{let k=r*columns+c,own=owner[k];depth[k]=Math.min(
d<0?1/0:depth[k],at(c+d,r,own)+1,at(c,r+d,own)+1,at(c+d,r+d,own)+1.4,at(c-d,r+d,own)+1.4)};for(let r=0;r<rows;r++)for(let c=0;c<
columns;c++)sweep(c,r,-1);for(let r=rows-1;r>=0;r--)for(let c=columns-1;c>=0;c--)sweep(c,r,1);return depth}function across({
columns,owner,cell},k){let row=Math.floor(k/columns)*columns,from=k,to=k;for(;from>row&&owner[from-1]===owner[k];)from--;
for(;to+1<row+columns&&owner[to+1]===owner[k];)to++;return(to-from+1)*cell}function deepest(grid,ground,frame){let{cell,
columns,owner}=grid,depth=depths(grid),countries=new Map,seas=ground.seas.map(sea=>({sea,depth:0,k:-1}));for(let k=0;k<owner.
length;k++){if(owner[k]>=0){let now2=countries.get(owner[k]);(!now2||depth[k]>now2.depth)&&countries.set(owner[k],{depth:depth[k],
k});continue}let x=(frame.left+(k%columns+.5)*cell)/frame.scale,y=(frame.top+(Math.floor(k/columns)+.5)*cell)/frame.scale;
for(let spot of seas){let[left,top,right,bottom]=spot.sea.box;x>=left&&x<=right&&y>=top&&y<=bottom&&depth[k]>spot.depth&&
(spot.depth=depth[k],spot.k=k)}}return{countries,seas}}var roomiest=(grid,ground,zoom,frame)=>{let{cell,columns}=grid,{countries,
seas}=deepest(grid,ground,frame),at=(k,depth)=>({x:(k%columns+.5)*cell,y:(Math.floor(k/columns)+.5)*cell,slack:Math.min(
52,depth*cell*.6),depth}),shown=ground.countries.filter(country=>country.focus).length,named=[];for(let[number,{depth,k}]of countries){
let country=ground.countries[number];if(country.focus&&shown===1&&zoom>4.5||depth<2)continue;let name=country.name.toUpperCase();
named.push({kind:"country",name,...at(k,depth),room:2.2*across(grid,k)+20})}let done=new Set;for(let{sea,depth,k}of seas.
sort((a,b)=>b.depth-a.depth))k>=0&&depth>=3&&!done.has(sea.name)&&(done.add(sea.name),named.push({kind:"sea",name:sea.name,
...at(k,depth),room:1.6*across(grid,k)}));return named.sort((a,b)=>b.depth-a.depth)};var MOST_TRIED=300,FEW2=60,FIRM2=1e6,NEVER=1e5,ALOOF=[14,24,36,50],STYLES={chosen:{font:"700 15px ",size:15,colour:"ink",
halo:4,spacing:0},large:{font:"600 13.5px ",size:13.5,colour:"label",halo:3.5,spacing:0},medium:{font:"500 12.5px ",size:12.5,
colour:"label",halo:3.5,spacing:0},small:{font:"450 11.5px ",size:11.5,colour:"label",halo:3,spacing:0},mention:{font:"4\
50 11.5px ",size:11.5,colour:"ink_third",halo:3,spacing:0},area:{font:"400 10.5px ",size:10.5,colour:"country",halo:3,spacing:.12},
city:{font:"400 11px ",size:11,colour:"ink_third",halo:3,spacing:0},country:{font:"500 12px ",size:12,colour:"country",halo:3,
spacing:.16},sea:{font:"italic 400 14px ",size:14,colour:"country",halo:0,spacing:.04}},BY_RANK=["mention","small","medi\
um","large"];function positions(gap,width,high){let slant=gap*.75;return[[gap,0],[-gap-width,0],[-width/2,-gap-high/2],[
-width/2,gap+high/2],[slant,-slant],[-slant-width,-slant],[slant,slant],[-slant-width,slant]]}function lineTo(box,{x,y}){
let near=(at,low,high)=>Math.min(Math.max(at,low),high);return[x,y,near(x,box[0],box[2]),near(y,box[1]+3,box[3]-3)]}var leastPeople=zoom=>zoom<
5?1/0:zoom<6?1500:zoom<7?500:zoom<8?200:50,NamesPainter=class{constructor(pane){this.pane=pane,this.widths=new Map,this.
ratio=1,this.limits=[0,0,0,0],this.above=null}get app(){return this.pane.app}face(kind){let{sans,serif}=this.app.fonts;return STYLES[kind].
font+(kind==="sea"?serif:sans)}dress(g,kind){g.font=this.face(kind),"letterSpacing"in g&&(g.letterSpacing=STYLES[kind].spacing*
STYLES[kind].size+"px")}width(g,kind,text){let key=kind+`
`+text,width=this.widths.get(key);return width===void 0&&(this.dress(g,kind),width=g.measureText(text).width,this.widths.
set(key,width)),width}write(g,{kind,text,x:left,y:middle,line}){line&&this.lead(g,line);let style=STYLES[kind],x=Math.round(
left*this.ratio)/this.ratio,y=Math.round(middle*this.ratio)/this.ratio,c=this.app.colours();this.dress(g,kind),g.textBaseline=
"middle",g.textAlign="left",g.lineJoin="round",style.halo&&(g.strokeStyle=kind==="country"?c.land_neighbour:c.halo,g.lineWidth=
style.halo,g.strokeText(text,x,y)),g.fillStyle=c[style.colour],g.fillText(text,x,y)}lead(g,line){let c=this.app.colours();
g.lineCap="round";for(let[colour,width]of[[c.halo,3],[c.label,1]])g.strokeStyle=colour,g.lineWidth=width,g.beginPath(),g.
moveTo(line[0],line[1]),g.lineTo(line[2],line[3]),g.stroke()}paintAbove(g){this.above&&this.write(g,this.above)}paint(g,frame,width,height,shift,ratio){
this.ratio=ratio,this.above=null;let room=this.pane.room();this.limits=[shift.x+4,shift.y+4,shift.x+room.width-4,shift.y+
room.height-4];let taken=new Taken(width,height);for(let box of this.pane.cornerBoxes())taken.add([box[0]+shift.x,box[1]+
shift.y,box[2]+shift.x,box[3]+shift.y],FIRM2);this.pane.moment&&this.paintPlaces(g,frame,width,height,taken),this.app.settings.
names&&this.paintGround(g,frame,taken,shift,room)}candidates(frame,width,height){let{place,settings}=this.app,{points,history}=this.
pane;if(!history)return[];let radii=points.radii(),hidden=this.pane.crowding.hidden(),found=[];for(let k=history.n-1;k>=
0;k--){let i=history.order[k];if(history.mentioned[i]&&!settings.mentions||hidden&&hidden[i]&&i!==place)continue;let x=history.
x[i]*frame.scale-frame.left,y=history.y[i]*frame.scale-frame.top;if(x<-20||y<-20||x>width+20||y>height+20)continue;let rank=history.
rank(i),item={i,x,y,rank,r:radii[rank],chosen:i===place,faded:points.isFaded(i)};item.chosen?found.unshift(item):found.push(
item)}return found}isNamed(item,zoom,few){return item.chosen?!0:!this.app.settings.names||!this.app.settings.marks||item.
faded&&this.app.actors?!1:item.rank===3||few?!0:item.rank===2?zoom>=(isPhone()?7.2:6.7):zoom>=(item.rank===1?8.5:8.8)}textOf(i){
let{history,app}=this.pane;return history?app.settings.local&&history.native[i]||history.names[i]:""}paintPlaces(g,frame,width,height,taken){
let found=this.candidates(frame,width,height),zoom=this.pane.map.getZoom(),few=found.length<=FEW2;for(let item of found){
let reach=item.r+(item.chosen?9:1),weight=item.chosen?FIRM2:[.5,1,2,4][item.rank];taken.add([item.x-reach,item.y-reach,item.
x+reach,item.y+reach],weight)}for(let box of this.pane.crowding.boxes())taken.add(box,4);let tried=0,placed=[];for(let item of found){
if(!this.isNamed(item,zoom,few))continue;if(tried++>MOST_TRIED)break;let kind=item.chosen?"chosen":BY_RANK[item.rank],text=this.
textOf(item.i),at=this.position(item,this.width(g,kind,text),STYLES[kind].size,taken);if(!at)continue;taken.add(at.box,NEVER);
let written2={kind,text,x:at.x,y:at.y,line:at.line};item.chosen?this.above=written2:placed.push(written2)}for(let written2 of placed.
reverse())this.write(g,written2)}position(item,width,size,taken){let gap=item.r+(item.chosen?12:5.5),high=size*1.15,gaps=item.
chosen||item.rank===3?[gap,gap+5]:[gap];item.rank===3&&!item.chosen&&this.isInside([item.x,item.y,item.x,item.y])&&gaps.
push(...ALOOF.map(more=>gap+more));let best=null,least=item.chosen?NEVER:Number.MIN_VALUE;for(let distance of gaps)for(let[
dx,dy]of positions(distance,width,high)){let x=item.x+dx,y=item.y+dy,box=[x-2,y-high/2-1,x+width+2,y+high/2+1];if(!this.
isInside(box))continue;let cost=taken.cost(box);if(cost<least&&(least=cost,best={x,y,box,line:distance>gap+5?lineTo(box,
item):void 0}),!cost)return best}return best}isInside(box){let[left,top,right,bottom]=this.limits;return box[0]>=left&&box[1]>=
top&&box[2]<=right&&box[3]<=bottom}paintGround(g,frame,taken,shift,room){let layer=this.pane.ground;if(!layer||this.app.
seesThrough)return;let zoom=this.pane.map.getZoom(),part2={scale:frame.scale,left:frame.left+shift.x,top:frame.top+shift.
y},grid=gridOfCountries(layer,room.width,room.height,part2);for(let spot of roomiest(grid,layer.ground,zoom,part2))this.
width(g,spot.kind,spot.name)<=spot.room&&this.centred(g,spot.kind,spot.name,spot.x+shift.x,spot.y+shift.y,taken,spot.slack);
if(this.paintCities(g,frame,taken,zoom),!(zoom<=7.9||!this.app.settings.lines)){for(let country of layer.ground.countries)
if(country.focus)for(let area of country.names)this.centred(g,"area",area.name.toUpperCase(),area.x*frame.scale-frame.left,
area.y*frame.scale-frame.top,taken,0)}}paintCities(g,frame,taken,zoom){let least=leastPeople(zoom),c=this.app.colours();
for(let country of this.pane.ground?.ground.countries||[])for(let city of country.cities){if(city.people<least)break;let x=Math.
round(city.x*frame.scale-frame.left)+.5,y=Math.round(city.y*frame.scale-frame.top)+.5,width=this.width(g,"city",city.name),
box=[x-8,y-8,x+6+width,y+8];!this.isInside(box)||taken.cost(box)||(taken.add(box,NEVER),g.fillStyle=c.country,g.fillRect(
x-1.5,y-1.5,3,3),this.write(g,{kind:"city",text:city.name,x:x+5,y}))}}centred(g,kind,text,x,y,taken,slack){let width=this.
width(g,kind,text),high=STYLES[kind].size*1.2;for(let dy of[0,-.5*slack,.5*slack,-slack,slack]){let box=[x-width/2,y+dy-
high/2,x+width/2,y+dy+high/2];if(this.isInside(box)&&!taken.cost(box)){taken.add(box,NEVER),this.write(g,{kind,text,x:box[0],
y:y+dy});return}}}};var BEYOND2=20,PointsPainter=class{constructor(pane){this.pane=pane,this.sprites=new Map}get app(){return this.pane.app}restyle(){
this.sprites.clear()}radii(){let zoom=this.pane.map.getZoom();return[radiusOf(1,!0,zoom),radiusOf(1,!1,zoom),radiusOf(2,
!1,zoom),radiusOf(3,!1,zoom)]}prepare(history,radii,ratio){let key=radii.join()+"/"+ratio,found=this.sprites.get(key);if(found&&
found.looks===history.looks)return found;this.sprites.size>1&&this.sprites.clear();let made2=new Sprites(history.looks,this.
app.colours(),ratio);return this.sprites.set(key,made2),made2}isFaded(i){let{moment}=this.pane;if(!moment)return!1;let{against}=this.
pane;return against&&!moment.differs(against,i)?!0:!this.app.concerns(moment.lookOf(i))}blitAll(pixels,width,height,frame,ratio,part2){
let{moment,crowding}=this.pane;if(!moment||!this.app.settings.marks)return;let{history,code}=moment,radii=this.radii(),sprites=this.
prepare(history,radii,ratio),{x,y,mentioned,importance,order}=history,{place,settings}=this.app,fades=!!(this.pane.against||
this.app.actors),hidden=crowding.hidden(),scale2=frame.scale*ratio,left=frame.left*ratio,top=frame.top*ratio,beyond=BEYOND2*
ratio,[west,north]=[part2[0]-beyond,part2[1]-beyond],[east,south]=[part2[2]+beyond,part2[3]+beyond];for(let k=0;k<order.
length;k++){let i=order[k];if(i===place||mentioned[i]&&!settings.mentions||hidden&&hidden[i])continue;let px=Math.round(
x[i]*scale2-left),py=Math.round(y[i]*scale2-top);if(px<west||py<north||px>east||py>south)continue;let rank=mentioned[i]?
0:importance[i],sprite=sprites.get(code[i],rank,radii[rank],fades&&this.isFaded(i)),reach=sprite.reach;px<reach||py<reach||
px+reach>=width||py+reach>=height?blitClipped(pixels,sprite,px,py,width,height):(sprite.fitTo(width),blit(pixels,sprite,
py*width+px))}}paintChosen(g,frame){let{moment}=this.pane;if(!moment)return;let{history}=moment,{place,hover}=this.app,radii=this.
radii(),draw=(i,over2)=>{let at=this.pane.crowding.spotOf(i,frame);drawMark(g,at.x,at.y,radii[history.rank(i)],moment.lookOf(
i),moment.code[i]&7,this.app.colours(),over2)};hover>=0&&hover!==place&&draw(hover,{hover:!0}),place>=0&&draw(place,{selected:!0})}hit(point,reach){
let{history,map,crowding}=this.pane;if(!history)return-1;let onRing=crowding.hit(point);if(onRing!==null)return onRing;let radii=this.
radii(),origin2=map.getPixelBounds().min??{x:0,y:0},scale2=worldSize(map.getZoom()),hidden=crowding.hidden(),best=-1,least=1/0;
for(let i=0;i<history.n;i++){if(history.mentioned[i]&&!this.app.settings.mentions||hidden&&hidden[i])continue;let dx=history.
x[i]*scale2-origin2.x-point.x,dy=history.y[i]*scale2-origin2.y-point.y,away=Math.hypot(dx,dy),rank=history.rank(i);if(away>
radii[rank]+reach)continue;let weight=away-rank*1.5;weight<least&&(least=weight,best=i)}return best}};var mean=(a,b)=>(a&b)+((a^b)>>>1&2139062143),Sheet=class _Sheet{constructor(image,ratio){this.image=image,this.ratio=ratio,
this.pixels=new Int32Array(image.data.buffer),this.base=this.pixels.slice()}thinned(grain,g){let from=this.image.width,width=from/
grain,height=this.image.height/grain,image=g.createImageData(width,height),to=new Int32Array(image.data.buffer),{base}=this,
far=grain-1;for(let y=0,k=0;y<height;y++)for(let x=0,at=y*grain*from;x<width;x++,k++,at+=grain){let low=at+far*from;to[k]=
mean(mean(base[at],base[at+far]),mean(base[low],base[low+far]))}return new _Sheet(image,this.ratio/grain)}},Pace=class{constructor(settled){
this.settled=settled,this.slow=0,this.last=-1/0,this.timer=0}isTooSlow(){return this.slow>=2&&performance.now()-this.last<
120}note(begun,ended,isCoarse){isCoarse||(this.slow=ended-begun>11?this.slow+1:0),this.last=ended,isCoarse&&(clearTimeout(
this.timer),this.timer=window.setTimeout(this.settled,160))}end(){clearTimeout(this.timer)}};var MARGIN=.2,Scene=class{constructor(pane,clear){this.pane=pane,this.clear=clear,this.canvas=document.createElement("ca\
nvas"),this.canvas.className="leaflet-zoom-animated",this.canvas.style.pointerEvents="none",this.canvas.style.position="\
absolute",this.g=context(this.canvas,{willReadFrequently:!0,alpha:clear}),this.ratio=1,this.grain=1,this.size=L.point(1,
1),this.corner=L.point(0,0),this.centre=pane.map.getCenter(),this.zoom=pane.map.getZoom(),this.fine=null,this.coarse=null,
this.sheet=null,this.pace=new Pace(()=>this.sharpen()),this.drawn=[],this.events={viewreset:()=>this.update(),moveend:()=>this.
update(),movestart:()=>this.putAll(),zoom:()=>this.follow(pane.map.getCenter(),pane.map.getZoom()),zoomanim:event=>{let{
center,zoom}=event;this.follow(center,zoom)}},layerPane(pane.map,"wh-scene",400).appendChild(this.canvas),pane.map.on(this.
events),this.update()}remove(){this.pane.map.off(this.events),this.pace.end(),this.canvas.remove()}follow(centre,zoom){let{
map}=this.pane,scale2=map.getZoomScale(zoom,this.zoom),origin2=map._getNewPixelOrigin(centre,zoom),at=map.project(this.centre,
zoom).subtract(map.getSize().multiplyBy((.5+MARGIN)*scale2)).subtract(origin2);L.DomUtil.setTransform(this.canvas,at,scale2)}update(){
let{map}=this.pane;if(map._animatingZoom)return;let seen=map.getSize();this.size=seen.multiplyBy(1+2*MARGIN).round(),this.
corner=map.containerPointToLayerPoint(seen.multiplyBy(-MARGIN)).round(),this.centre=map.getCenter(),this.zoom=map.getZoom(),
this.ratio=window.devicePixelRatio||1,this.grain=Math.max(1,Math.floor(this.ratio+.25)),L.DomUtil.setPosition(this.canvas,
this.corner),this.redraw()}frame(){let origin2=this.pane.map.getPixelOrigin();return{scale:worldSize(this.pane.map.getZoom()),
left:origin2.x+this.corner.x,top:origin2.y+this.corner.y}}shift(){return this.pane.map.containerPointToLayerPoint([0,0]).
subtract(this.corner)}isJustDrawn(){let{pane}=this,{app}=pane,{scale:scale2,left,top}=this.frame(),now2=[app.colours(),app.
fonts,app.place,JSON.stringify(app.settings),app.actors,pane.moment,pane.moment?.day,pane.against?.day,pane.ground,pane.
covered,scale2,left,top,this.ratio,this.size.x,this.size.y],same=now2.length===this.drawn.length&&now2.every((one,k)=>one===
this.drawn[k]);return this.drawn=now2,queueMicrotask(()=>this.drawn=[]),same}fit(width,height,ratio){(this.canvas.width!==
width||this.canvas.height!==height)&&(this.canvas.width=width,this.canvas.height=height,this.canvas.style.width=width/ratio+
"px",this.canvas.style.height=height/ratio+"px"),this.g.setTransform(ratio,0,0,ratio,0,0)}redraw(){let{g,ratio,pane,size,
grain}=this;if(!pane.ground||this.isJustDrawn())return;let width=Math.max(1,Math.round(size.x*ratio/grain))*grain,height=Math.
max(1,Math.round(size.y*ratio/grain))*grain;this.fit(width,height,ratio),this.clear?g.clearRect(0,0,size.x+1,size.y+1):(g.
fillStyle=pane.app.colours().water,g.fillRect(0,0,size.x+1,size.y+1));let frame=this.frame();this.clear||pane.ground.paint(
g,frame,size.x,size.y),pane.crowding.arrange(frame,size.x,size.y),pane.crowding.placeFigures(g,frame,size.x,size.y,this.
shift()),pane.names.paint(g,frame,size.x,size.y,this.shift(),ratio),pane.crowding.paintFigures(g),this.fine=new Sheet(g.
getImageData(0,0,width,height),ratio),this.coarse=null,this.lay(this.fine),this.putAll()}lay(sheet){let{areas}=this.pane,
{image,ratio,base}=sheet;this.sheet=sheet,this.fit(image.width,image.height,ratio),areas.isOn&&areas.prepare(this.frame(),
image.width,image.height,ratio,base)}redrawMarks(){let{fine,grain}=this;if(!fine)return;this.sheet===fine&&grain>1&&this.
pace.isTooSlow()&&this.lay(this.coarse=this.coarse||fine.thinned(grain,this.g));let begun=performance.now();this.putSeen(),
this.pace.note(begun,performance.now(),this.sheet!==fine)}sharpen(){!this.fine||this.sheet===this.fine||(this.lay(this.fine),
this.putAll())}putSeen(){let{g,pane,sheet}=this;if(!sheet)return;let{image,pixels,ratio}=sheet,frame=this.frame(),at=this.
shift(),rows=Math.ceil(pane.map.getSize().y*ratio)+1,from=Math.max(0,Math.floor(at.y*ratio))*image.width;pixels.set(this.
below(sheet).subarray(from,from+rows*image.width),from);let room=pane.room(),left=Math.floor(at.x*ratio),top=Math.floor(
at.y*ratio),wide=Math.ceil(room.width*ratio)+1,high=Math.ceil(room.height*ratio)+1;this.paintDay(sheet,frame,[left,top,left+
wide,top+high]),g.putImageData(image,0,0,left,top,wide,high),this.paintAbove(frame)}putAll(){let{g,sheet}=this;if(!sheet)
return;let{image,pixels}=sheet;pixels.set(this.below(sheet));let frame=this.frame();this.paintDay(sheet,frame,[0,0,image.
width,image.height]),g.putImageData(image,0,0),this.paintAbove(frame)}below({base}){let{areas}=this.pane;return areas.isOn?
areas.groundOf(base):base}paintDay({image,pixels,ratio},frame,part2){this.pane.points.blitAll(pixels,image.width,image.height,
frame,ratio,part2)}paintAbove(frame){this.pane.crowding.paint(this.g,frame),this.pane.points.paintChosen(this.g,frame),this.
pane.names.paintAbove(this.g)}},layerPane=(map,name,z)=>{let pane=map.getPane(name)||map.createPane(name);return pane.style.
zIndex=String(z),pane.style.pointerEvents="none",pane};var CLOSEST_FIT=8.2,CLOSEST_FRONT=10,FRONT_PLACES=10,NEAR_ZOOM=8,EDGE2=40,Pane=class{constructor(app,map){this.app=app,this.
map=map,this.moment=null,this.against=null,this.head=makeHead(app.root),this.names=new NamesPainter(this),this.points=new PointsPainter(
this),this.crowding=new Crowding(this),this.areas=new AreasPainter(this),this.ground=null,this.scene=null,this.isFitted=
!1,this.isQuiet=!1,this.covered=0,this.asked=null}get container(){return this.map.getContainer()}get history(){return this.
moment&&this.moment.history}remove(){this.scene&&this.scene.remove(),this.head.element.remove();let container=this.container;
this.map.remove(),container.remove()}setGround(ground,source){this.ground=new GroundPainter(this,ground,source,()=>this.
app.redrawScenes())}makeScene(clear){this.scene&&this.scene.remove(),this.scene=new Scene(this,clear)}redraw(){this.scene&&
this.scene.redraw()}redrawMarks(){this.scene&&this.scene.redrawMarks()}restyle(){this.points.restyle(),this.names.widths.
clear()}room(){let size=this.map.getSize();return{width:size.x-this.covered,height:size.y}}cornerBoxes(){let from=this.container.
getBoundingClientRect();return[this.head.element,...this.app.corners()].map(element=>{let box=element.getBoundingClientRect();
return[box.left-from.left-6,box.top-from.top-6,box.right-from.left+12,box.bottom-from.top+8]})}quietly(work){this.isQuiet=
!0,work(),this.isQuiet=!1}resize(){this.quietly(()=>this.map.invalidateSize({animate:!1,pan:!1}))}centre(){let room=this.
room();return this.map.containerPointToLatLng([room.width/2,room.height/2])}view(){if(this.asked)return this.asked;let centre=this.
centre(),round=(value,digits)=>Number(value.toFixed(digits)),zoom=round(this.map.getZoom(),2);return{lat:round(centre.lat,
4),lon:round(centre.lng,4),zoom}}stand(lat,lon,zoom){let room=this.room(),size=this.map.getSize(),shift=L.point((size.x-
room.width)/2,(size.y-room.height)/2);return this.map.unproject(this.map.project([lat,lon],zoom).add(shift),zoom)}goTo([
lat,lon,zoom]){this.quietly(()=>this.map.setView(this.stand(lat,lon,zoom),zoom,{animate:!1})),this.isFitted=!1,this.asked=
{lat,lon,zoom}}flyTo([lat,lon,zoom]){this.isFitted=!1,this.asked=null,wantsLessMotion()||this.app.isComparing?this.map.setView(
this.stand(lat,lon,zoom),zoom,{animate:!1}):this.map.flyTo(this.stand(lat,lon,zoom),zoom,{duration:.8})}fit(all=!1){this.
fitTo(this.bounds(all),CLOSEST_FIT,!1),this.isFitted=!0,this.asked=null}fitTo(bounds,maxZoom,flies){let room=this.room(),
size=this.map.getSize(),side=isPhone()?14:28,options={animate:!1,maxZoom,paddingTopLeft:L.point(side,Math.max(isPhone()?
76:70,this.head.element.offsetHeight+28)),paddingBottomRight:L.point(size.x-room.width+side,isPhone()?40:52)};flies&&!wantsLessMotion()&&
!this.app.isComparing?this.map.flyToBounds(bounds,{...options,animate:!0,duration:.6}):flies?this.map.fitBounds(bounds,options):
this.quietly(()=>this.map.fitBounds(bounds,options))}bounds(all){let{history}=this,bounds=L.latLngBounds([]),about=history&&
!all?history.countries():null;for(let i=0;history&&i<history.n;i++)!history.mentioned[i]&&(!about||about.has(history.countryOf(
i)))&&bounds.extend([history.lat[i],history.lon[i]]);for(let i=0;history&&!bounds.isValid()&&i<history.n;i++)bounds.extend(
[history.lat[i],history.lon[i]]);return bounds.isValid()?bounds:this.app.usualBounds()}zoomBy(step){let room=this.room();
this.isFitted=!1,this.map.setZoomAround(L.point(room.width/2,room.height/2),this.map.getZoom()+step,{animate:!wantsLessMotion()&&
!this.app.isComparing})}spotOf(i){let{history}=this;if(!history)return L.point(0,0);let onRing=this.crowding.spreadSpot(
i);return onRing?L.point(onRing.x,onRing.y):this.map.latLngToContainerPoint([history.lat[i],history.lon[i]])}reveal(i){let at=this.
spotOf(i),room=this.room();at.x>EDGE2&&at.y>EDGE2&&at.x<room.width-EDGE2&&at.y<room.height-EDGE2||!this.history||this.goTo(
[this.history.lat[i],this.history.lon[i],Math.max(this.map.getZoom(),7)])}flyToPlace(i){if(!this.history)return;let zoom=Math.
max(this.map.getZoom(),NEAR_ZOOM);this.flyTo([this.history.lat[i],this.history.lon[i],zoom])}flyToFront(at){let{moment}=this;
if(!moment)return;let{history}=moment,spot=this.map.project(at,0).divideBy(worldSize(0)),near=[];for(let i=0;i<history.n;i++)
history.mentioned[i]||near.push([(history.x[i]-spot.x)**2+(history.y[i]-spot.y)**2,i]);near.sort((a,b)=>a[0]-b[0]);let chosen=near.
slice(0,FRONT_PLACES).map(item=>item[1]),holders=i=>history.holders[moment.code[i]>>3],other=near.find(([,i])=>chosen.length&&
holders(i)!==holders(chosen[0]));other&&chosen.push(other[1]);let bounds=L.latLngBounds([at]);for(let i of chosen)bounds.
extend([history.lat[i],history.lon[i]]);this.isFitted=!1,this.asked=null,this.fitTo(bounds,CLOSEST_FRONT,!0)}};var MOVE_QUIET_MS=400,FINGER_PX=14,CLICK_PX=5,POINT_PX=4;function listenToMap(app,pane){let{map}=pane,moved=whenQuiet(()=>app.
tell("move"),MOVE_QUIET_MS);map.doubleClickZoom.disable(),map.on("moveend",()=>{app.scale.update(),!pane.isQuiet&&(pane.
isFitted=!1,pane.asked=null,moved())}),map.on("movestart zoomstart",()=>app.pointAt(-1)),map.on("click",event=>onClick(app,
pane,event)),map.on("dblclick",event=>{!app.measure.isOn&&!app.picking.isOn&&pane.flyToFront(event.latlng)});let{container}=pane;
container.addEventListener("pointermove",event=>{if(event.pointerType==="touch"||event.buttons||app.measure.isOn)return;
let from=container.getBoundingClientRect(),at={x:event.clientX-from.left,y:event.clientY-from.top};app.pointAt(at.x<pane.
room().width?pane.points.hit(at,POINT_PX):-1,pane)}),container.addEventListener("pointerleave",()=>app.pointAt(-1))}function onClick(app,pane,event){
if(app.picking.isOn){app.picking.take(event.latlng);return}if(app.measure.isOn){app.measure.add(event.latlng,pane.map);return}
let{pointerType}=event.originalEvent,i=pane.points.hit(event.containerPoint,pointerType==="touch"?FINGER_PX:CLICK_PX);pane.
crowding.click(event.containerPoint,i)||i>=0&&app.chooseByHand(i)}function pointAtNext(app,step){let{history,moment}=app;
if(!history||!moment)return;let room=app.first.room(),ring2=app.first.crowding.spread,seen=[];for(let i=0;i<history.n;i++){
if(history.mentioned[i]||ring2&&!ring2.spotOf(i))continue;let at=app.first.spotOf(i);at.x>0&&at.y>0&&at.x<room.width&&at.
y<room.height&&seen.push(i)}if(!seen.length)return;seen.sort((a,b)=>history.lat[b]-history.lat[a]||a-b);let from=app.hover>=
0?seen.indexOf(app.hover):step>0?-1:0,next=seen[(from+step+seen.length)%seen.length];app.pointAt(next),app.live.textContent=
`${history.names[next]}. ${moment.lookOf(next).words}`}var YEAR=365,Pair=class{constructor(first,second){this.panes=[first,second],this.isBusy=!1,this.listeners=[];for(let[from,
to]of[[first,second],[second,first]]){let events={move:()=>this.follow(from,to,!1),moveend:()=>this.follow(from,to,!0)};
from.map.on(events),this.listeners.push([from.map,events]),from.map._zoomAnimated=!1}}part(){for(let[map,events]of this.
listeners)map.off(events);this.panes[0].map._zoomAnimated=L.Browser.any3d}follow(from,to,ends){if(this.isBusy)return;this.
isBusy=!0;let centre=from.centre(),zoom=from.map.getZoom();if(ends||zoom!==to.map.getZoom())to.goTo([centre.lat,centre.lng,
zoom]),to.asked=from.asked;else{let room=to.room(),by=to.map.latLngToContainerPoint(centre).subtract(L.point(room.width/
2,room.height/2)).round();(by.x||by.y)&&to.map._rawPanBy(by)}this.isBusy=!1}};function makeSideSwitch(root,show){let box=el(
"div","wh-sides");box.hidden=!0,box.setAttribute("role","group"),box.setAttribute("aria-label","Day shown of the two com\
pared");let buttons=[0,1].map(side=>{let made2=button("",()=>show(side));return box.appendChild(made2),made2});return root.
appendChild(box),{element:box,update(days,side){buttons.forEach((made2,k)=>{made2.textContent=days[k],made2.classList.toggle(
"wh-on",k===side),made2.setAttribute("aria-pressed",String(k===side))})}}}var Comparison=class{constructor(app){this.app=
app,this.isOn=!1,this.day=0,this.side=0,this.pair=null,this.sides=makeSideSwitch(app.root,side=>{this.side=side,this.deal(),
app.redrawAll()})}show(iso){let{app}=this,{history}=app;!history||iso===(this.isOn?isoOf(this.day):"")||(iso&&(this.day=
history.within(dayOf(iso))),!!iso!==this.isOn&&(this.isOn=!!iso,this.side=0,this.arrange()),app.redrawAll())}setDay(day){
let{history}=this.app;if(!history)return;let next=history.within(day);next!==this.day&&(this.day=next,this.app.draw())}usualDay(){
let{history,day}=this.app;return history?isoOf(day+YEAR<=history.lastDay?day+YEAR:Math.max(history.first,day-YEAR)):""}arrange(){
let{app}=this,view=app.first.view(),{isFitted}=app.first,two=this.isOn&&!isPhone();two&&app.panes.length===1?this.open():
!two&&app.panes.length>1&&this.close(),app.root.classList.toggle("wh-two",app.panes.length>1),app.root.classList.toggle(
"wh-comparing",this.isOn),this.sides.element.hidden=!this.isOn||two,this.deal(),app.layout(),isFitted?app.first.fit():app.
first.goTo([view.lat,view.lon,view.zoom]);let second=app.panes[1];if(!second||second.scene)return;let{lat,lon,zoom}=app.
first.view();second.goTo([lat,lon,zoom]),second.makeScene(app.seesThrough),this.pair=new Pair(app.first,second)}open(){let{
app}=this,element=el("div");app.root.insertBefore(element,app.first.container.nextSibling);let map=makeMap(element);dressContainer(
element);let second=new Pane(app,map);app.panes.push(second),listenToMap(app,second),app.first.ground&&second.setGround(
app.first.ground.ground,app.source)}close(){this.pair?.part(),this.pair=null,this.app.panes.pop()?.remove()}deal(){let[now2,
then]=this.app.moments;if(!now2)return;let[first,second]=this.side===1?[then,now2]:[now2,then];this.app.panes.forEach((pane,k)=>{
pane.moment=k?second:first,pane.against=this.isOn?k?first:second:null})}showHeads(history){let days=[this.app.day,this.day],
roles=["First day","Second day"];this.app.panes.forEach((pane,k)=>{let which=this.app.panes.length>1?k:this.side;pane.head.
show(history,days[which],roles[which])}),this.sides.update(days.map(shortDay),this.side)}};var SCALES_KM=[1,2,5,10,20,50,100,200,500,1e3,2e3,5e3],SCALE_PX=110,makeScale=app=>{let scale2=el("div","wh-scale"),words=el(
"span"),bar=el("i");return scale2.append(words,bar),app.root.appendChild(scale2),{element:scale2,update(){let{map}=app,y=map.
getSize().y/2,from=map.containerPointToLatLng([0,y]),reach_m=map.distance(from,map.containerPointToLatLng([SCALE_PX,y])),
km=SCALES_KM.filter(step=>step*1e3<=reach_m).pop()||SCALES_KM[0];words.textContent=`${km.toLocaleString("en")} km`,bar.style.
width=Math.round(SCALE_PX*km*1e3/reach_m)+"px"}}},makeCredits=app=>{let usual=app.options.credits||"",element=el("div","\
wh-credits",usual);return app.root.appendChild(element),{element,show(online){element.textContent=(online?"© OpenStreetM\
ap contributors · ":"")+usual}}},makeButtons=app=>{let box=el("div","wh-zoom"),nearer=iconButton("Zoom in","plus",15),farther=iconButton(
"Zoom out","minus",15),all=iconButton("Show everything","fit",15),layers=iconButton("Layers","layers",16);return nearer.
onclick=()=>app.first.zoomBy(.5),farther.onclick=()=>app.first.zoomBy(-.5),all.onclick=()=>app.fit(),box.append(nearer,farther,
all,layers),app.root.appendChild(box),{element:box,layers}};var CHOICES=[["","No areas"],["cells","Land round each place"],["districts","Districts"],["provinces","Provinces"]],NOTES={
cells:"Interpolated: each point takes the colour of the nearest place in its province.",districts:"By most of their plac\
es. Drawn round their seats: no free outlines are known.",provinces:"By most of their places; pale where these are one o\
r two."},REACHES=[5,10,20,30,50,100,200];function areasWords({areas,reach},short){return areas?short?"Areas interpolated":
areas==="cells"?`Areas are interpolated: the nearest place, within ${reach} km`:`Areas are interpolated: ${areas==="dist\
ricts"?"districts, drawn round their seats":"provinces"}, by most of their places; pale: one or two; level stripes: no m\
ajority`:""}function setAreas(app,areas,reach){app.settings.areas=areas,app.settings.reach=reach,app.redrawAll(),app.tell(
"switch")}function areaChoices(app,menu){let box=el("fieldset","wh-areas");box.appendChild(el("legend","","Areas"));let inputs=CHOICES.
map(([kind,words])=>{let label=el("label"),input=el("input");return input.type="radio",input.name="wh-areas",input.onchange=
()=>{setAreas(app,kind,app.settings.reach),update()},label.append(input,el("span","",words)),box.appendChild(label),[input,
kind]}),far=el("label","wh-reach"),reach=el("select");for(let km of REACHES){let option=el("option","",`${km} km`);option.
value=String(km),reach.appendChild(option)}reach.onchange=()=>setAreas(app,app.settings.areas,Number(reach.value)),far.append(
el("span","","At most"),reach);let note2=el("small");inputs[1][0].parentElement?.after(far),box.append(note2),menu.appendChild(
box);let update=()=>{let{areas,reach:km}=app.settings;for(let[input,kind]of inputs)input.checked=kind===areas;if(far.hidden=
areas!=="cells",note2.textContent=NOTES[areas]||"",!REACHES.includes(km)){let option=el("option","",`${km} km`);option.value=
String(km),reach.appendChild(option)}reach.value=String(km)};return update(),update}var KEY=[["corroborated","Two or more sources","Two sources"],["claimed","One side says so","One side"],["inferred","Inf\
erred",""],["contested","Fought over","Fought over"],["disputed","Sources disagree","Disputed"],["unknown","Unknown",""],
["mentioned","Mentioned only",""],["uncertain","Date uncertain",""],["stale","Old news",""],["changed","Changed this wee\
k",""]],KEY_MARKS={corroborated:["held","corroborated",0,5.2,2],claimed:["held","claimed",0,5.2,2],inferred:["held","inf\
erred",0,5.2,2],contested:["contested","claimed",0,5.2,2],disputed:["disputed","disputed",0,5.2,2],unknown:["unknown","u\
nknown",0,5.2,2],mentioned:["mentioned","",0,5.2,0],uncertain:["held","corroborated",UNCERTAIN,3.6,5],stale:["held","cor\
roborated",STALE,5.2,2],changed:["held","corroborated",CHANGED,3.6,7]},kindsShown=(moments,mentions)=>{let kinds=new Set;
for(let moment of moments)for(let code of new Set(moment.code)){let look=moment.history.looks[code>>3];if(look.state==="\
mentioned"){mentions&&kinds.add("mentioned");continue}kinds.add(look.state==="held"?look.standing:look.state),code&UNCERTAIN&&
kinds.add("uncertain"),code&STALE&&kinds.add("stale"),code&CHANGED&&kinds.add("changed")}return kinds};function hiddenEntry(count){
let entry=el("span","wh-key-hidden"),figure=`+${count.toLocaleString("en")}`;return entry.append(el("b","",figure),"unde\
r other marks: click one, or zoom in"),entry}var makeKey=app=>{let key=el("div","wh-key");key.setAttribute("role","group"),
key.setAttribute("aria-label","Key to the marks"),app.root.appendChild(key);let drawn="";return{element:key,update(){let kinds=kindsShown(
app.shownMoments(),app.settings.mentions),hidden=app.panes.reduce((sum2,pane)=>sum2+pane.crowding.total,0),areas=areasWords(
app.settings,isPhone()),signature=[...kinds,hidden,areas].sort().join()+app.theme+window.innerWidth;if(signature===drawn)
return;drawn=signature;let colours={...app.colours(),party:neutralParty(app.colours())},entries=KEY.filter(([kind])=>kinds.
has(kind));isPhone()&&entries.sort((a,b)=>+!a[2]-+!b[2]),isPhone()?key.tabIndex=0:key.removeAttribute("tabindex"),key.replaceChildren(
...entries.map(([kind,words,short])=>{let[state,standing,flags,r,pad]=KEY_MARKS[kind],entry=el("span"),look={state,standing,
parties:["","second"],words},text=document.createTextNode(isPhone()&&short||words);return entry.append(markElement(look,
r,flags,colours,pad),text),entry})),areas&&isPhone()?key.prepend(el("span","wh-key-areas",areas)):areas&&key.append(el("\
span","wh-key-areas",areas)),hidden&&!isPhone()&&key.appendChild(hiddenEntry(hidden)),app.layout()}}};var LIST=[["← →","a day back or on"],["Shift ← →","a month"],["Home, End","first and last day"],["Space","play a\
nd pause"],["[ ]","previous and next change"],["1 2 3","all, a year, weeks"],[", .","previous and next place in view; En\
ter chooses it"],["S","spread the places that lie under it"],["/","find a place"],["+ −","zoom; 0 shows everything"],[
"L","layers"],["C","compare two days"],["K","known by"],["M","measure a distance"],["Esc","closes, or lets the place go"],
["?","this list"]],worksOf=app=>{let{timeline}=app;return{ArrowLeft:event=>event.shiftKey?timeline.stepMonth(-1):timeline.
step(-1),ArrowRight:event=>event.shiftKey?timeline.stepMonth(1):timeline.step(1),PageDown:()=>timeline.stepMonth(-1),PageUp:()=>timeline.
stepMonth(1),Home:()=>app.history&&timeline.goTo(app.history.first),End:()=>app.history&&timeline.goTo(app.history.lastDay),
"[":()=>timeline.toChange(-1),"]":()=>timeline.toChange(1),1:()=>timeline.setSpan(0),2:()=>timeline.setSpan(365),3:()=>timeline.
setSpan(42),",":()=>pointAtNext(app,-1),".":()=>pointAtNext(app,1),s:()=>toggleSpread(app,app.hover>=0?app.hover:app.place),
k:()=>app.switchKnownBy(),m:()=>app.measure.toggle()}};function showKeys(app){app.options.helpByPage?app.tell("help"):app.
keyList.show(!0)}function toggleCompare(app){app.two.show(app.isComparing?"":app.two.usualDay()),app.tell("compare")}function escape(app){
if(app.keyList.isOpen())app.keyList.show(!1);else if(app.menu.isOpen())app.menu.show(!1);else if(app.picking.isOn)app.picking.
cancel();else if(app.measure.isOn)app.measure.stop();else{if(closeSpread(app))return;app.hover>=0?app.pointAt(-1):app.chooseByHand(
-1)}}function listenToKeys(app){let works=worksOf(app),always={"+":()=>app.first.zoomBy(.5),"=":()=>app.first.zoomBy(.5),
"-":()=>app.first.zoomBy(-.5),0:()=>app.fit(),l:()=>app.menu.show(!0),"/":()=>app.options.helpByPage?app.tell("find"):app.
menu.showSearch(),"?":()=>showKeys(app),c:()=>toggleCompare(app),Escape:()=>escape(app)};document.addEventListener("keyd\
own",event=>{if(event.ctrlKey||event.metaKey||event.altKey)return;let target=event.target;if(target.closest("input, sele\
ct, textarea"))return;let pressed=event.key.length===1?event.key.toLowerCase():event.key,onButton=!!target.closest("butt\
on, a, [role=switch]");if(pressed===" "&&!onButton&&app.history)app.timeline.player.toggle();else if(pressed==="Enter"&&
!onButton&&app.hover>=0)app.chooseByHand(app.hover);else if(always[pressed])always[pressed]();else if(app.history&&works[pressed])
works[pressed](event);else return;event.preventDefault()})}function makeKeyList(app){let box=el("div","wh-keys");box.hidden=
!0,box.setAttribute("role","dialog"),box.setAttribute("aria-label","Keys");let close=el("button");close.type="button",close.
setAttribute("aria-label","Close"),close.appendChild(icon("close",15));let head=el("div","wh-keys-head");head.append(el(
"b","","Keys"),close);let list=el("dl");for(let[keys,words]of LIST)list.append(el("dt","",keys),el("dd","",words));list.
append(el("dt","","On the timeline"),el("dd","","the wheel zooms, Shift and drag chooses a period")),box.append(head,list),
app.root.appendChild(box);let before=null,show=open=>{open!==!box.hidden&&(box.hidden=!open,open?(before=document.activeElement,
close.focus()):before instanceof HTMLElement&&before.focus())};return close.onclick=()=>show(!1),{element:box,show,isOpen:()=>!box.
hidden}}var kmWords=km=>{if(km<1)return`${Math.round(km*1e3)} m`;let digits=km<10?1:0;return`${km.toLocaleString("en",{maximumFractionDigits:digits})}\
 km`},wayKm=points=>points.slice(1).reduce((sum2,point,k)=>sum2+distanceKm(points[k],point),0),Measure=class{constructor(app){
this.app=app,this.isOn=!1,this.points=[],this.line=null,this.note=el("div","wh-measured"),this.note.hidden=!0,this.note.
setAttribute("role","status"),app.root.appendChild(this.note)}toggle(){this.isOn?this.stop():this.start()}start(){this.isOn=
!0,this.points=[],this.app.root.classList.add("wh-measuring"),this.say("Click two or more points. Esc ends.")}stop(){this.
isOn=!1,this.app.root.classList.remove("wh-measuring"),this.note.hidden=!0,this.line&&this.line.remove(),this.line=null}say(words){
this.note.textContent=words,this.note.hidden=!1}add(at,map){if(this.points.push(at),!this.line){let pane=map.getPane("wh\
-measure")||map.createPane("wh-measure");pane.style.zIndex="450",pane.style.pointerEvents="none";let style={pane:"wh-mea\
sure",interactive:!1,className:"wh-way",weight:2};this.line=L.polyline([],style).addTo(map)}this.line.setLatLngs(this.points),
this.points.length>1&&this.say(`${kmWords(wayKm(this.points))} as the crow flies. Esc ends.`)}};var PATIENCE_MS=8e3,TILES="https://tile.openstreetmap.org/{z}/{x}/{y}.png",OnlineMap=class{constructor(app,onFail){this.
app=app,this.onFail=onFail,this.layers=[],this.timer=0}turnOn(){this.turnOff();let answered=!1,fail=()=>{!answered&&this.
layers.length&&this.onFail()};for(let{map}of this.app.panes){layerPane(map,"wh-tiles",140);let layer=L.tileLayer(this.app.
options.tilesUrl||TILES,{pane:"wh-tiles",maxZoom:19,className:"wh-tile"});layer.on("tileload",()=>{answered=!0,this.app.
seeThrough(!0)}),layer.on("tileerror",fail),layer.addTo(map),this.layers.push(layer)}this.timer=window.setTimeout(fail,PATIENCE_MS)}turnOff(){
clearTimeout(this.timer);for(let layer of this.layers)layer.remove();this.layers=[],this.app.seeThrough(!1)}};var MOST=8,plain=text=>text.normalize("NFD").replace(/[\u0300-\u036f\u064b-\u0652]/g,"").toLowerCase().replace(/[^\p{L}\p{N}]+/gu,
" ").trim();function findPlaces(history,words){let asked=plain(words);if(!asked)return[];let found=[];for(let i=0;i<history.
n;i++){let names=[plain(history.names[i]),plain(history.native[i])],at=Math.min(...names.map(name=>name.includes(asked)?
name.indexOf(asked):1/0));at!==1/0&&found.push([(at===0?0:10)-history.rank(i),i])}return found.sort((a,b)=>a[0]-b[0]||(history.
names[a[1]]<history.names[b[1]]?-1:1)),found.slice(0,MOST).map(item=>item[1])}function makeSearch(app,done){let box=el("\
div","wh-search"),field=el("input");field.type="search",field.placeholder="Find a place",field.setAttribute("aria-label",
"Find a place"),field.setAttribute("autocomplete","off");let list=el("ul"),none=el("p","wh-quiet");none.setAttribute("ro\
le","status"),box.append(field,list,none);let go=i=>{field.value="",fill(),done(),app.chooseByHand(i),app.first.flyToPlace(
i)},fill=()=>{let{history}=app,found=history?findPlaces(history,field.value):[];return none.textContent=field.value.trim()&&
!found.length?"No place of this name on the map":"",list.replaceChildren(...found.map(i=>{let item=el("li"),button2=el("\
button");button2.type="button";let name=el("span","",history?history.names[i]:"");name.dir="auto";let where=el("small","",
history?history.areas[history.area[i]][0]:"");return button2.append(name," ",where),button2.onclick=()=>go(i),item.appendChild(
button2),item})),found};return field.addEventListener("input",fill),field.addEventListener("keydown",event=>{if(event.key!==
"Enter")return;let[first]=fill();first!==void 0&&go(first)}),{element:box,focus:()=>field.focus()}}var SPAN_FROM_PX=22,ROWS=3,HEIGHTS=[.42,.42,.7,1],coloursOf=(look,c)=>{if(look.state==="unknown"||!look.parties.length)return[
c.unknown];let all=look.parties.map(id=>c.party(id).fill);return look.state==="contested"||look.state==="disputed"?all:[
all[0]]},rowFor=(rows,left,right)=>{for(let row=0;row<ROWS;row++)if(!(rows[row]||[]).some(([a,b])=>left<b+6&&a<right+6))
return(rows[row]=rows[row]||[]).push([left,right]),row;return-1};function drawLane(chart,app,at,c){let history=app.knownBy!==
null&&app.fullHistory||app.history;if(!history)return;let[from,to]=chart.domain,{perMonth}=chart,wide=perMonth>25?4:perMonth>
14?2.5:2,base=at.lane+at.high,rows=[],labels=[],ticks=new Map,seen=history.changes.filter(change=>change.latest>=from&&change.
earliest<=to&&app.concerns(change.look));seen.sort((a,b)=>history.rank(b.place)-history.rank(a.place)||a.day-b.day);for(let change of seen){
let left=chart.x(change.earliest),right=chart.x(change.latest),tint=coloursOf(change.look,c);if(right-left>SPAN_FROM_PX&&
perMonth>25){let row=rowFor(rows,left,right);if(row>=0){drawSpan(chart,at.lane+3+row*6,left,right,tint[tint.length-1]);continue}}
let rank=history.rank(change.place),x=(left+right)/2,uncertain=right>left;ticks.set(rank*1e5+Math.round(2*x)*2+Number(uncertain),
{x,rank,tint,uncertain}),perMonth>200&&labels.push([x,change.place])}for(let{x,rank,tint,uncertain}of ticks.values())drawTick(
chart.g,x,base,wide,at.high*HEIGHTS[rank],tint,uncertain,c);labels.length&&drawLabels(chart,app,history,labels,base,c)}function drawTick(g,x,base,wide,high,tint,uncertain,c){
let left=x-wide/2;if(uncertain){g.fillStyle=c.panel,g.fillRect(left,base-high,wide,high),g.strokeStyle=tint[0],g.lineWidth=
1,g.strokeRect(left+.5,base-high+.5,wide-.5,high-1);return}if(g.fillStyle=tint[0],tint.length===1){g.fillRect(left,base-
high,wide,high);return}g.fillRect(left,base-high,wide,high*.42),g.fillStyle=tint[1],g.fillRect(left,base-high*.42,wide,high*
.42)}function drawSpan(chart,y,left,right,colour){let{g}=chart;g.fillStyle=colour,g.globalAlpha=.28,g.fillRect(left,y-2,
right-left,5),g.globalAlpha=1,g.strokeStyle=colour,g.lineWidth=1.5,g.setLineDash([3,2.5]),g.beginPath(),g.moveTo(left,y+
.5),g.lineTo(right,y+.5),g.stroke(),g.setLineDash([]);for(let x of[left,right])chart.line(colour,x,y-3,x,y+4)}function drawLabels(chart,app,history,labels,base,c){
let{g}=chart;g.font="400 12px "+app.fonts.sans,g.fillStyle=c.ink,g.textAlign="left",labels.sort((a,b)=>a[0]-b[0]),labels.
forEach(([x,place],k)=>{let name=history.names[place],end=x+6+g.measureText(name).width+4,next=labels[k+1];end<chart.width&&
(!next||next[0]>end)&&g.fillText(name,x+6,base-3)})}function drawTriangles(chart,app,at,c){let{history,place}=app;if(place<
0||!history)return;let{g}=chart,y=at.lane-(isPhone()?6:7);g.fillStyle=c.ink;for(let change of history.changes){if(change.
place!==place)continue;let x=chart.x((change.earliest+change.latest)/2);x<-5||x>chart.width+5||(g.beginPath(),g.moveTo(x-
5,y),g.lineTo(x+5,y),g.lineTo(x,y+6),g.fill())}}var BINS=[[1,"a day"],[7,"a week"],[14,"in two weeks"],[30,"a month"],[91,"a quarter"],[365,"a year"]],WIDE={lane:39,high:16,
bars:60,axis:98,below:19,total:128},PHONE={lane:8,high:16,bars:28,axis:62,below:13,total:84},HATCH_PX=6,YEARS_NAMED=[[34,
1],[18,2],[8,5]],FLAG_GAP=5,apart=(names,flags)=>names.filter(({left,right})=>flags.every(([from,to])=>right+FLAG_GAP<=from||
left-FLAG_GAP>=to)),binOf=perDay=>BINS.find(([length])=>length*perDay>=4)||BINS[BINS.length-1],Chart=class{constructor(app,canvas){
this.app=app,this.canvas=canvas,this.domain=[0,1],this.titleText="",this.width=1,this.perMonth=1,this.g=context(canvas),
this.brush=null,this.names=[],this.written=""}x(day){let[from,to]=this.domain;return(day-from)/(to-from)*this.width}dayAt(x){
let[from,to]=this.domain;return from+x/this.width*(to-from)}get places(){return isPhone()?PHONE:WIDE}draw(){let ratio=window.
devicePixelRatio||1,at=this.places,{g,app}=this;this.width=Math.max(1,this.canvas.parentElement?.clientWidth??1),this.canvas.
width=Math.round(this.width*ratio),this.canvas.height=Math.round(at.total*ratio),this.canvas.style.width=this.width+"px",
this.canvas.style.height=at.total+"px",g.setTransform(ratio,0,0,ratio,0,0),this.perMonth=this.width/(this.domain[1]-this.
domain[0])*30.4;let c=app.colours();this.drawBetween(at,c),this.names=[],this.written="",this.drawAxis(at,c),this.writeNames(),
app.history&&(this.drawBars(at,c),drawLane(this,app,at,c),this.drawUnheard(at,c),drawTriangles(this,app,at,c),this.drawTitle(
c))}name(words,x,colour,font){let{g}=this;g.font=font+this.app.fonts.sans;let half=g.measureText(words).width/2,middle=Math.
max(half,Math.min(this.width-half,x));this.names.push({words,font:g.font,colour,left:middle-half,right:middle+half})}writeNames(){
let flags=this.app.timeline.flagBoxes(),shown=apart(this.names,flags),key=shown.map(name=>name.left).join();if(key===this.
written)return;this.written=key;let{g}=this,at=this.places,top=at.axis+8;g.clearRect(0,top,this.width,at.total-top),g.textAlign=
"left",g.textBaseline="alphabetic";for(let{words,left,colour,font}of shown)g.font=font,g.fillStyle=colour,g.fillText(words,
left,at.axis+at.below)}line(colour,x,y,x2,y2){let{g}=this;g.strokeStyle=colour,g.lineWidth=1,g.beginPath(),g.moveTo(x,y),
g.lineTo(x2,y2),g.stroke()}drawBetween(at,c){let{app,g}=this,days=this.brush||(app.isComparing?[app.day,app.secondDay]:null);
if(!days)return;let[left,right]=days.map(day=>clamp(this.x(day),0,this.width)).sort((a,b)=>a-b);g.globalAlpha=.11,g.fillStyle=
c.accent,g.fillRect(left,at.lane-4,right-left,at.axis-at.lane+4),g.globalAlpha=1}drawUnheard(at,c){let{app,g}=this;if(app.
knownBy===null)return;let left=clamp(this.x(app.knownBy),0,this.width),top=at.lane-4;g.save(),g.beginPath(),g.rect(left,
top,this.width-left,at.axis-top),g.clip(),g.globalAlpha=.62,g.fillStyle=c.panel,g.fillRect(left,top,this.width-left,at.axis-
top),g.globalAlpha=.5,g.strokeStyle=c.bars,g.lineWidth=.75,g.beginPath();let high=at.axis-top;for(let x=left-high;x<this.
width;x+=HATCH_PX)g.moveTo(x,at.axis),g.lineTo(x+high,top);g.stroke(),g.restore()}drawAxis(at,c){let[from,to]=this.domain;
this.line(c.axis,0,at.axis+.5,this.width,at.axis+.5);let begin=dateOf(from);for(let k=begin.getUTCFullYear()*12+begin.getUTCMonth();;k++){
let year=Math.floor(k/12),month=k%12,day=monthDay(year,month);if(day>to)break;day>=from&&this.drawMonth(at,c,year,month,
Math.round(this.x(day))+.5)}to-from<70&&this.drawDays(at,c)}drawMonth(at,c,year,month,x){let{perMonth}=this;if(month===0){
let every=YEARS_NAMED.find(([px])=>perMonth*12>=px)?.[1]??10;this.line(c.rule,x,at.lane-2,x,at.axis+7),year%every===0&&this.
name(String(year),x,c.ink,isPhone()?"600 11.5px ":"600 12.5px ");return}(perMonth>6||month%3===0&&perMonth>2)&&this.line(
c.axis,x,at.axis,x,at.axis+(month%3?3:5));let name=MONTHS[month];perMonth>58?this.name(name,x,c.ink_second,"400 11px "):
(perMonth>30||perMonth>12&&month%3===0)&&this.name(name.slice(0,3),x,c.ink_second,"400 11px ")}drawDays(at,c){let[from,to]=this.
domain;for(let day=Math.ceil(from);day<=to;day++){let x=Math.round(this.x(day))+.5;this.line(c.axis,x,at.axis,x,at.axis+
3);let date=dateOf(day).getUTCDate();date%7===1&&date>1&&date<28&&this.name(String(date),x,c.ink_second,"400 11px ")}}drawBars(at,c){
let{history}=this.app;if(!history)return;let{reports,first}=history,[from,to]=this.domain,[days,words]=binOf(this.width/
(to-from));this.titleText=`Changes of hands, and reports ${words}`;let bins=new Float64Array(Math.ceil(reports.length/days));
for(let k=0;k<reports.length;k++)bins[Math.floor(k/days)]+=reports[k];let most=bins.reduce((a,b)=>Math.max(a,b),1),high=at.
axis-at.bars-2;this.g.fillStyle=c.bars;for(let k=0;k<bins.length;k++){if(!bins[k])continue;let left=Math.max(0,this.x(first+
k*days)),right=Math.min(this.width,this.x(first+(k+1)*days));if(right<=left)continue;let tall=Math.max(1.5,bins[k]/most*
high),gap=right-left>4?1.5:.6;this.g.fillRect(left,at.axis-tall,Math.max(1,right-left-gap),tall)}}drawTitle(c){if(isPhone())
return;let{g}=this;g.font="400 12px "+this.app.fonts.sans,g.fillStyle=c.ink_second,g.textAlign="left",g.fillText(this.width>
700?this.titleText:"Changes and reports",0,20)}};var TOOLS_GAP=12;function makeHandle(timeline,what){let element=el("div",what.className);element.tabIndex=0,element.hidden=
!0,element.setAttribute("role","slider"),element.setAttribute("aria-label",what.label),element.setAttribute("aria-orient\
ation","horizontal"),element.append(...what.parts);let dragging=!1,left=0;element.addEventListener("pointerdown",event=>{
event.button||(dragging=!0,left=timeline.area.getBoundingClientRect().left,element.setPointerCapture(event.pointerId),event.
stopPropagation())}),element.addEventListener("pointermove",event=>{dragging&&what.set(Math.round(timeline.chart.dayAt(event.
clientX-left)))});let release=()=>{dragging&&what.release(),dragging=!1};return element.addEventListener("pointerup",release),
element.addEventListener("pointercancel",release),{element,place(first,last){let day=what.day();if(element.hidden=day===
null,day===null)return 0;let x=timeline.chart.x(day);return element.classList.toggle("wh-out",x<-1||x>timeline.chart.width+
1),element.style.transform=`translateX(${x}px)`,element.setAttribute("aria-valuemin",String(first)),element.setAttribute(
"aria-valuemax",String(last)),element.setAttribute("aria-valuenow",String(day)),element.setAttribute("aria-valuetext",what.
words(day)),x}}}function makeSecond(timeline){let{app}=timeline,flag=el("span","wh-flag"),handle=makeHandle(timeline,{className:"\
wh-second",label:"Second day compared",day:()=>app.isComparing?app.secondDay:null,set:day=>app.setSecondDay(day),release:()=>app.
tell("compare"),words:longDay,parts:[el("i","wh-handle"),el("i","wh-tip"),flag]});return{element:handle.element,place(first,last){
let x=handle.place(first,last);flag.textContent=shortDay(app.secondDay);let[,box]=timeline.flagBoxes();box&&(flag.style.
transform=`translateX(${box[0]-x}px)`)}}}function makeKnown(timeline){let{app}=timeline,label=el("span","wh-known-words"),
measured={width:0,room:0},roomOf=()=>{let{width}=timeline.chart;return measured.width!==width&&(measured={width,room:width-
(timeline.tools?.offsetWidth??0)-TOOLS_GAP}),measured.room},handle=makeHandle(timeline,{className:"wh-known",label:"Know\
n by",day:()=>app.knownBy,set:day=>app.setKnownBy(day),release:()=>app.tell("known"),words:day=>`Only what was reported \
by ${longDay(day)}`,parts:[el("i","wh-known-line"),el("i","wh-known-diamond"),label]});return{element:handle.element,place(first,last){
let x=handle.place(first,last);app.knownBy!==null&&(label.textContent=`Known by ${shortDay(app.knownBy)}`,label.classList.
toggle("wh-right",x<150),label.style.right=x>=150&&x>roomOf()?`${x-roomOf()}px`:"")}}}var SPEEDS=[[1,"1 day a second"],[7,"1 week a second"],[30.4,"1 month a second"],[365.25,"1 year a second"]],MONTH=2,STEP_MS=1e3,
Player=class{constructor(app,timeline){this.app=app,this.timeline=timeline,this.playing=!1,this.element=el("div","wh-tra\
nsport");let row=el("div","wh-row"),button2=(label2,name,size,work)=>{let made2=iconButton(label2,name,size);return made2.
onclick=work,row.appendChild(made2),made2};button2("Previous change","previous",18,()=>timeline.toChange(-1)),button2("O\
ne day back","back",18,()=>timeline.step(-1)),this.button=button2("Play","play",20,()=>this.toggle()),this.button.classList.
add("wh-play"),button2("One day on","on",18,()=>timeline.step(1)),button2("Next change","next",18,()=>timeline.toChange(
1));let label=el("label","wh-speed");this.speed=el("select"),this.speed.setAttribute("aria-label","Speed");for(let[days,
words]of SPEEDS)this.speed.add(new Option(words,String(days)));this.speed.selectedIndex=MONTH,label.append(el("span","",
"Speed"),this.speed),this.element.append(row,label)}toggle(){this.playing?this.stop(!0):this.start()}start(){let{history}=this.
app;if(!history)return;let exact=this.app.day>=history.lastDay?history.first:this.app.day,before=performance.now();this.
playing=!0,this.dress();let calm=wantsLessMotion(),frame=now2=>{this.playing&&(requestAnimationFrame(frame),!(calm&&now2-
before<STEP_MS)&&(exact+=Number(this.speed.value)*(now2-before)/1e3,before=now2,this.app.setDay(Math.min(Math.floor(exact),
history.lastDay)),exact>=history.lastDay&&this.stop(!0)))};requestAnimationFrame(frame)}stop(tells){this.playing&&(this.
playing=!1,this.dress(),tells&&this.app.tell("pause"))}dress(){let words=this.playing?"Pause":"Play";this.button.replaceChildren(
icon(this.playing?"pause":"play",20)),this.button.setAttribute("aria-label",words),this.button.title=words}};var MOST2=4,NEAR_PX=4,nearest=(history,chart,x)=>{let day=Math.round(chart.dayAt(x)),reach=Math.max(0,Math.floor(chart.dayAt(
x+NEAR_PX)-chart.dayAt(x)));for(let away=0;away<=reach;away++)for(let other of[day-away,day+away]){let changes=changesOn(
history,other);if(changes.length)return{day:other,changes}}return{day,changes:[]}},makeTooltip=timeline=>{let box=el("di\
v","wh-tooltip");box.hidden=!0;let{app}=timeline;return{element:box,show(x){let{history}=app,{chart}=timeline;if(!history||
x<0||x>chart.width){box.hidden=!0;return}let{day,changes}=nearest(history,chart,x),lines=changes.slice(0,MOST2).map(change=>{
let[first,last]=[change.earliest,change.latest].map(shortDay),days=first===last?"":` (${first} to ${last})`;return el("d\
iv","",changeSentence(history,change)+days)});changes.length>MOST2&&lines.push(el("div","wh-quiet",`And ${changes.length-
MOST2} more`));let reports=history.reports[day-history.first]||0,told=`${reports.toLocaleString("en")} ${reports===1?"re\
port":"reports"}`;lines.length||lines.push(el("div","wh-quiet",reports?told:"No report")),box.replaceChildren(el("b","",
longDay(day)),...lines),box.hidden=!1;let half=box.offsetWidth/2;box.style.left=`${clamp(x,half,Math.max(half,chart.width-
half))-half}px`},hide(){box.hidden=!0}}};var SPANS=[["All",0],["Year",365],["Weeks",42]],LEAST_DAYS=30,CLOSEST_DAYS=14,WHEEL_STEP=1.2,FLAG_PX={wide:98,phone:92},
Timeline=class{constructor(app){this.app=app,this.span=0,this.drawnSpan=-1,this.player=new Player(app,this),this.element=
el("div","wh-timeline"),this.area=this.buildArea(),this.canvas=el("canvas"),this.canvas.setAttribute("aria-hidden","true"),
this.handle=el("i","wh-handle"),this.flag=el("span","wh-flag"),this.tip=el("i","wh-tip"),this.empty=el("div","wh-empty",
"The timeline appears with the first article"),this.area.append(this.canvas,this.handle,this.tip,this.flag),this.chart=new Chart(
app,this.canvas),this.second=makeSecond(this),this.known=makeKnown(this),this.tooltip=makeTooltip(this);let frame=el("di\
v","wh-chart-frame");frame.append(this.area,this.empty,this.second.element,this.known.element,this.buildTools(),this.tooltip.
element),this.element.append(this.player.element,frame),app.root.appendChild(this.element),this.listen(),this.markSpan()}buildArea(){
let area=el("div","wh-chart");return area.tabIndex=0,area.setAttribute("role","slider"),area.setAttribute("aria-label","\
Day shown on the map"),area.setAttribute("aria-orientation","horizontal"),area}buildTools(){let tools=el("div","wh-tools");
this.tools=tools,this.knownSwitch=button("Known by",()=>this.app.switchKnownBy(),"wh-switch"),this.knownSwitch.setAttribute(
"role","switch"),this.knownSwitch.title="Show only what was reported by a day",this.knownSwitch.hidden=this.app.options.
knownBySwitch===!1;let spans=el("div","wh-spans");return spans.setAttribute("role","group"),spans.setAttribute("aria-lab\
el","Length of time shown"),this.spanButtons=SPANS.map(([words,days])=>{let made2=button(words,()=>this.setSpan(days));return spans.
appendChild(made2),made2}),tools.append(this.knownSwitch,spans),tools}markSpan(){this.spanButtons?.forEach((made2,k)=>{let on=SPANS[k][1]===
this.span;made2.classList.toggle("wh-on",on),made2.setAttribute("aria-pressed",String(on))})}get playing(){return this.player.
playing}bounds(){let{history,fullHistory}=this.app;if(!history)return this.chart.domain;let first=Math.min(history.first,
fullHistory?fullHistory.first:1/0),last=Math.max(history.lastDay,fullHistory?fullHistory.lastDay:-1/0),more=Math.ceil(Math.
max(0,LEAST_DAYS-(last-first))/2);return[first-more,last+more]}setSpan(days){this.span=days,this.redraw()}showPeriod(from,to){
let[first,last]=this.bounds(),length=clamp(to-from,CLOSEST_DAYS,last-first),middle=(from+to)/2,left=clamp(middle-length/
2,first,last-length);this.span=this.drawnSpan=length>=last-first?0:length,this.chart.domain=[left,left+length],this.redraw()}zoomAround(day,factor){
let[from,to]=this.chart.domain,[first,last]=this.bounds(),length=clamp((to-from)*factor,CLOSEST_DAYS,last-first),left=day-
(day-from)/(to-from)*length;this.showPeriod(left,left+length)}place(centre){let[first,last]=this.bounds(),length=Math.min(
this.span||last-first,last-first),[from]=this.chart.domain,{day}=this.app;!centre&&this.drawnSpan===this.span&&day>=from&&
day<=from+length||(from=day-length/2),from=clamp(from,first,last-length);let moved=from!==this.chart.domain[0]||from+length!==
this.chart.domain[1];return this.chart.domain=[from,from+length],this.drawnSpan=this.span,moved}redraw(){let{history}=this.
app;this.element.classList.toggle("wh-none",!history);for(let control of this.element.querySelectorAll("button, select"))
control.disabled=!history;this.empty.hidden=!!history;for(let part2 of[this.handle,this.flag,this.tip])part2.hidden=!history;
if(this.markSpan(),!history){let today=Math.floor(Date.now()/864e5);this.chart.domain=[today-5*365,today],this.area.setAttribute(
"aria-valuenow","0"),this.area.setAttribute("aria-valuetext","No article yet"),this.chart.draw();return}(this.span===0||
this.drawnSpan!==this.span)&&this.place(this.span!==0),this.chart.draw(),this.moveHandles()}show(){(this.place(!1)||this.
app.isComparing)&&this.chart.draw(),this.moveHandles()}flagLeft(x,wide,other,isLeft){let most=this.chart.width-wide;if(other===
null||Math.abs(other-x)>=wide+4)return clamp(x-wide/2,0,most);let middle=clamp((x+other)/2,wide+2,this.chart.width-wide-
2);return x<other||x===other&&isLeft?middle-wide-2:middle+2}flagBoxes(){let{app,chart}=this;if(!app.history)return[];let wide=isPhone()?
FLAG_PX.phone:FLAG_PX.wide,[x,second]=[app.day,app.secondDay].map(day=>chart.x(day)),box=left=>[left,left+wide];if(!app.
isComparing)return[box(this.flagLeft(x,wide,null,!0))];let isSeen=second>=-1&&second<=chart.width+1,first=box(this.flagLeft(
x,wide,second,!0));return isSeen?[first,box(this.flagLeft(second,wide,x,!1))]:[first]}moveHandles(){let{day,history}=this.
app;if(!history)return;let{chart}=this,x=chart.x(day),[[left]]=this.flagBoxes();chart.writeNames(),this.handle.style.transform=
this.tip.style.transform=`translateX(${x}px)`,this.flag.style.transform=`translateX(${left}px)`,this.flag.textContent=shortDay(
day),this.area.setAttribute("aria-valuemin",String(history.first)),this.area.setAttribute("aria-valuemax",String(history.
lastDay)),this.area.setAttribute("aria-valuenow",String(day)),this.area.setAttribute("aria-valuetext",dayText(history,day)),
this.second.place(history.first,history.lastDay),this.known.place(history.first,history.lastDay),this.knownSwitch?.setAttribute(
"aria-checked",String(this.app.knownBy!==null))}listen(){let{area}=this,down=new Map,left=0,at=event=>(down.size||(left=
area.getBoundingClientRect().left),event.clientX-left);area.addEventListener("pointerdown",event=>{!this.app.history||event.
button||(this.player.stop(!1),this.tooltip.hide(),down.set(event.pointerId,at(event)),area.setPointerCapture(event.pointerId),
area.classList.add("wh-dragging"),event.shiftKey?this.chart.brush=[this.chart.dayAt(at(event)),this.chart.dayAt(at(event))]:
down.size===1&&this.app.setDay(Math.round(this.chart.dayAt(at(event)))))}),area.addEventListener("pointermove",event=>{down.
get(event.pointerId)===void 0?event.pointerType!=="touch"&&this.tooltip.show(at(event)):down.size===2?this.pinch(down,event.
pointerId,at(event)):this.chart.brush?(this.chart.brush[1]=this.chart.dayAt(clamp(at(event),0,this.chart.width)),this.chart.
draw()):this.app.setDay(Math.round(this.chart.dayAt(at(event))))});let release=event=>{!down.delete(event.pointerId)||down.
size||(area.classList.remove("wh-dragging"),this.chart.brush?this.endBrush():this.app.tell("release"))};area.addEventListener(
"pointerup",release),area.addEventListener("pointercancel",release),area.addEventListener("pointerleave",()=>this.tooltip.
hide()),area.addEventListener("wheel",event=>this.onWheel(event,at(event)),{passive:!1}),area.addEventListener("dblclick",
event=>{this.app.history&&this.zoomAround(this.chart.dayAt(at(event)),1/3)})}pinch(down,id,x){let fixed=[...down].filter(
([other])=>other!==id)[0][1],before=Math.max(20,Math.abs((down.get(id)??x)-fixed));down.set(id,x),this.zoomAround(this.chart.
dayAt(fixed),before/Math.max(20,Math.abs(x-fixed)))}endBrush(){let brush=this.chart.brush||[0,0];this.chart.brush=null;let[
from,to]=[...brush].sort((a,b)=>a-b);this.chart.x(to)-this.chart.x(from)>8?this.showPeriod(from,to):this.redraw()}onWheel(event,x){
if(!this.app.history)return;event.preventDefault();let[from,to]=this.chart.domain,sideways=event.shiftKey?event.deltaY:event.
deltaX;if(event.shiftKey||Math.abs(event.deltaX)>Math.abs(event.deltaY)){let by=sideways/this.chart.width*(to-from);this.
showPeriod(from+by,to+by)}else this.zoomAround(this.chart.dayAt(x),event.deltaY>0?WHEEL_STEP:1/WHEEL_STEP);this.tooltip.
hide()}inHand(){return document.activeElement===this.second.element&&this.app.isComparing?"second":document.activeElement===
this.known.element&&this.app.knownBy!==null?"known":"day"}dayInHand(){let hand=this.inHand();return hand==="second"?this.
app.secondDay:hand==="known"?this.app.knownBy??this.app.day:this.app.day}goTo(day){this.player.stop(!1);let hand=this.inHand();
hand==="second"?this.app.setSecondDay(day):hand==="known"?this.app.setKnownBy(day):this.app.setDay(day),this.app.tell(hand===
"second"?"compare":hand==="known"?"known":"step")}step(days){this.goTo(this.dayInHand()+days)}stepMonth(months){this.goTo(
addMonths(this.dayInHand(),months))}toChange(direction){let{history}=this.app;if(!history)return;let day=this.dayInHand(),
{changes}=history,at=direction>0?history.changeAfter(day):history.changeAfter(day-1)-1;for(;changes[at]&&!this.app.concerns(
changes[at].look);)at+=direction;changes[at]&&this.goTo(changes[at].day)}};var FAILED="The online map did not answer. The built-in map is shown instead.",ONLINE_NOTE="Off, nothing leaves this com\
puter. On, a tile server learns which part of the map you look at.",PALETTE_NOTE="Red, green and grey as many maps have \
them. Some eyes tell these apart less well.";function layerChoices(app,menu){let switches=[["marks","Marks of places"],[
"names","Names"],["local","Names in their own script"],["lines","Province lines"],["mentions","Places only mentioned"]],
updates=[];for(let[name,words]of switches){let{label,box}=tickBox(words,app.settings[name],on=>app.setLayer(name,on));updates.
push(()=>box.checked=app.settings[name]),menu.appendChild(label)}updates.push(areaChoices(app,menu));let palette=tickBox(
"Conventional colours",app.palette==="conventional",on=>{app.setPalette(on?"conventional":"default"),app.tell("switch")},
PALETTE_NOTE);return updates.push(()=>palette.box.checked=app.palette==="conventional"),menu.appendChild(palette.label),
()=>updates.forEach(update=>update())}function onlineChoice(app,menu,notice){let online=new OnlineMap(app,()=>{tiles.box.
checked=!1,online.turnOff(),app.credits.show(!1),notice.textContent=FAILED,notice.hidden=!1,setTimeout(()=>notice.hidden=
!0,PATIENCE_MS)}),tiles=tickBox("Online map",!1,on=>{notice.hidden=!0,app.credits.show(on),on?online.turnOn():online.turnOff()},
ONLINE_NOTE);menu.appendChild(tiles.label)}function phoneChoices(app,menu){let box=el("div","wh-phone-only"),row=el("div",
"wh-spans");row.setAttribute("role","group"),row.setAttribute("aria-label","Length of time shown");for(let[words,days]of SPANS)
row.append(button(words,()=>app.timeline.setSpan(days)));let{label,box:known}=tickBox("Known by",!1,()=>app.switchKnownBy());
return app.options.knownBySwitch!==!1&&box.append(label),box.append(row),menu.appendChild(box),()=>known.checked=app.knownBy!==
null}var makeMenu=(app,opener)=>{let menu=el("div","wh-menu");menu.hidden=!0,menu.setAttribute("role","group"),menu.setAttribute(
"aria-label","Layers");let notice=el("div","wh-notice");notice.hidden=!0,notice.setAttribute("role","status"),app.root.append(
menu,notice);let search=makeSearch(app,()=>show(!1));menu.appendChild(search.element);let updateLayers=layerChoices(app,
menu);onlineChoice(app,menu,notice);let updatePhone=phoneChoices(app,menu),row=el("div","wh-menu-row");row.append(button(
"Measure a distance",()=>{show(!1),app.measure.start()}),button("Keys",()=>{show(!1),showKeys(app)})),app.options.helpByPage||
row.append(button("Compare two days",()=>{show(!1),toggleCompare(app)})),menu.appendChild(row);let show=open=>{let wasOpen=!menu.
hidden;menu.hidden=!open,opener.setAttribute("aria-expanded",String(open)),search.element.hidden=!isPhone()&&!app.options.
search,open?(updateLayers(),updatePhone(),menu.querySelector("label input")?.focus()):wasOpen&&menu.contains(document.activeElement)&&
opener.focus()};return opener.setAttribute("aria-expanded","false"),opener.onclick=event=>{event.stopPropagation(),show(
menu.hidden)},menu.addEventListener("keydown",event=>{event.key==="Escape"&&(event.stopPropagation(),show(!1),opener.focus())}),
app.root.addEventListener("pointerdown",event=>{let target=event.target;!menu.hidden&&!menu.contains(target)&&!opener.contains(
target)&&show(!1)}),{element:menu,show,isOpen:()=>!menu.hidden,showSearch(){show(!0),search.element.hidden=!1,search.focus()}}};async function styleIsThere(root){let until=performance.now()+5e3,there=()=>getComputedStyle(root).getPropertyValue("--w\
h-ready").trim();for(;!there()&&performance.now()<until;)await new Promise(go=>setTimeout(go,20))}var hasRoom=root=>root.
clientWidth>=120&&root.clientHeight>=120;async function roomIsThere(root){for(;!hasRoom(root);)await new Promise(go=>setTimeout(
go,50))}function fontsFor({sans,serif},native){let letters=`Aa1${native.join("").slice(0,2e3)}`,faces=[`500 13px ${sans}`,
`italic 400 14px ${serif}`,`600 32px ${serif}`];return Promise.allSettled(faces.map(face=>document.fonts.load(face,letters)))}var USUAL={marks:!0,names:!0,lines:!0,mentions:!0,local:!1,areas:"",reach:30},AREAS=["cells","districts","provinces"],SWITCHES=[
"marks","names","lines","mentions","local"];function layersText(settings){let words=[];for(let name of SWITCHES)settings[name]!==
USUAL[name]&&words.push(settings[name]?name:`no${name}`);return settings.areas&&words.push(`areas-${settings.areas}-${settings.
reach}`),words.join(".")}function readLayers(text){let settings={...USUAL};for(let word of text.split(".")){for(let name of SWITCHES)
word===name&&(settings[name]=!0),word===`no${name}`&&(settings[name]=!1);let[kind,areas,reach]=word.split("-");if(kind!==
"areas"||!AREAS.includes(areas))continue;settings.areas=areas;let km=Number(reach);km>=1&&km<=500&&(settings.reach=km)}return settings}var shownNow=app=>({day:isoOf(app.day),place:app.placeId,...app.view(),known_by:app.knownBy===null?"":isoOf(app.knownBy),
compare:app.isComparing?isoOf(app.secondDay):"",layers:layersText(app.settings),palette:app.palette});function openPlace(app,id){
let i=app.history?app.history.indexOf(id):-1;i<0||(app.timeline.player.stop(!1),app.choose(i)&&app.first.reveal(i),app.tell(
"click"))}function openDay(app,iso){app.timeline.player.stop(!1),app.setDay(dayOf(iso)),app.tell("step")}async function obey(app,order){
let isOld=app.bridge.isEcho(order.seq)||app.timeline.playing;if(app.picking.obey(order.pick),!isOld&&order.knownBy!==void 0&&
(app.knownBy=order.knownBy?dayOf(order.knownBy):null),order.dataUrl&&order.dataUrl!==app.dataUrl){let wasEmpty=!app.history;
await app.load(isOld?{dataUrl:order.dataUrl}:order),app.makeGround(),(wasEmpty||app.first.isFitted)&&app.first.fit(),app.
redrawAll()}!isOld&&app.history&&follow(app,order,app.history)}function choose(app,order){let before=JSON.stringify([app.
settings,[...app.actors||[]],app.knownBy]);order.palette&&app.setPalette(order.palette==="conventional"?"conventional":"\
default"),typeof order.layers=="string"&&(app.settings=readLayers(order.layers)),order.actors&&(app.actors=order.actors.
length?new Set(order.actors):null),before!==JSON.stringify([app.settings,[...app.actors||[]],app.knownBy])&&app.redrawAll()}
function follow(app,order,history){choose(app,order),order.day&&app.setDay(dayOf(order.day)),order.compare!==void 0&&app.
two.show(order.compare);let i=history.indexOf(order.place||"");app.choose(i)&&i>=0&&!order.view&&app.first.reveal(i),order.
view&&app.first.goTo(order.view);let isNew=order.fly&&order.fly!==app.flown;app.flown=order.fly||app.flown,isNew&&i>=0&&
app.first.flyToPlace(i),app.timeline.redraw()}var PIN="M12 31C8 23 2 18 2 11a10 10 0 0 1 20 0c0 7-6 12-10 20z",makePin=()=>L.divIcon({className:"wh-pin",html:`<svg vi\
ewBox="0 0 24 32" width="24" height="32" aria-hidden="true"><path d="${PIN}"/><circle cx="12" cy="11" r="3.6"/></svg>`,iconSize:[
24,32],iconAnchor:[12,31]}),Picking=class{constructor(app){this.app=app,this.isOn=!1,this.turn=0,this.pins=[],this.words=
el("p"),this.words.setAttribute("role","status"),this.cancelButton=button("Cancel",()=>this.cancel()),this.box=el("div",
"wh-picker"),this.box.hidden=!0,this.box.append(this.words,this.cancelButton),app.root.appendChild(this.box)}obey(pick){
pick!==void 0&&(pick?.at?(this.turn=pick.turn,this.stop(),this.pin(L.latLng(pick.at))):pick?pick.turn!==this.turn&&(this.
turn=pick.turn,this.start(pick.name)):(this.stop(),this.unpin()))}start(name){let{app}=this;app.timeline.player.stop(!1),
app.measure.stop(),app.menu.show(!1),this.unpin(),this.isOn=!0,app.root.classList.add("wh-picks"),this.box.hidden=!1,this.
words.textContent=`Click where “${name}” lies. Zoom in for a finer point; Esc cancels.`,this.cancelButton.focus({preventScroll:!0})}stop(){
this.isOn=!1,this.app.root.classList.remove("wh-picks"),this.box.hidden=!0}take(at){let point=at.wrap();this.stop(),this.
pin(point),this.tell(`${point.lat.toFixed(4)}, ${point.lng.toFixed(4)}`)}cancel(){this.stop(),this.tell("")}tell(picked){
this.app.bridge.tell({...shownNow(this.app),picked,turn:this.turn},"pick")}pin(at){this.unpin(),this.pins=this.app.panes.
map(({map})=>L.marker(at,{icon:makePin(),interactive:!1,keyboard:!1}).addTo(map))}unpin(){this.pins.forEach(pin=>pin.remove()),
this.pins=[]}};var SLOW_MS=300,App=class{constructor(map,options){this.options=options,this.history=null,this.fullHistory=null,this.moments=
[],this.place=-1,this.hover=-1,this.day=0,this.shown=0,this.knownBy=options.knownBy?dayOf(options.knownBy):null,this.actors=
options.actors?.length?new Set(options.actors):null,this.settings=readLayers(options.layers||""),this.palette=options.palette===
"conventional"?"conventional":"default",this.theme="light",this.isReady=!1,this.seesThrough=!1,this.dataUrl="",this.flown=
0,this.opensAt=options.view||null,this.palettesRead=null,this.faces=null,this.ready=Promise.resolve(),this.bridge=new Bridge,
this.world=null,this.source=new GroundSource(options.basemap,options.baseUrl||""),this.root=wrap(map,options.panel!==!1),
this.first=new Pane(this,map),this.panes=[this.first],this.two=new Comparison(this),this.buttons=makeButtons(this),this.
credits=makeCredits(this),this.scale=makeScale(this),this.loading=el("div","wh-loading","Drawing the map"),this.loading.
hidden=!0,this.loading.setAttribute("role","status"),this.live=el("div","wh-live"),this.live.setAttribute("aria-live","p\
olite"),this.root.append(this.loading,this.live),this.key=makeKey(this),this.timeline=new Timeline(this),this.card=makeCard(
this),this.measure=new Measure(this),this.picking=new Picking(this),this.keyList=makeKeyList(this),this.menu=makeMenu(this,
this.buttons.layers),this.draw=oncePerFrame(()=>this.drawDay()),this.redrawScenes=oncePerFrame(()=>this.panes.forEach(pane=>pane.
redraw())),this.afterDay=whenQuiet(()=>this.key.update(),120)}get map(){return this.first.map}get scene(){return this.first.
scene}get moment(){return this.moments[0]||null}get placeId(){return this.history&&this.place>=0?this.history.ids[this.place]:
""}view(){return this.first.view()}shownMoments(){return this.isComparing?this.panes.length>1?this.moments:[this.moments[this.
two.side]]:this.moments.slice(0,1)}corners(){return[this.buttons.element,this.scale.element,this.credits.element,this.two.
sides.element]}concerns(look){let{actors}=this;return!actors||look.parties.some(id=>actors.has(id))}colours(){if(!this.palettesRead){
let parties=this.history?this.history.parties:{};this.palettesRead=readColours(this.root,this.theme,this.palette,parties)}
return this.palettesRead}get fonts(){if(!this.faces){let style=getComputedStyle(this.root);this.faces={sans:style.getPropertyValue(
"--sans"),serif:style.getPropertyValue("--serif")}}return this.faces}restyle(){this.palettesRead=null,this.panes.forEach(
pane=>pane.restyle()),this.isReady&&this.redrawAll()}setTheme(theme){this.theme=theme,this.root.dataset.theme=theme,this.
restyle()}setPalette(palette){palette!==this.palette&&(this.palette=palette,this.restyle())}async start(){followTheme(theme=>this.
setTheme(theme)),await styleIsThere(this.root),this.palettesRead=this.faces=null;let[world]=await Promise.all([this.source.
world(),this.load(this.options),roomIsThere(this.root)]);this.world=world,this.key.update(),this.layout(),this.makeGround(),
this.isReady=!0,this.opensAt?this.first.goTo(this.opensAt):this.first.fit(),this.first.makeScene(!1),this.options.compare&&
this.two.show(this.options.compare),this.redrawAll(),this.listen(),this.restyleWithFonts(),this.root.dataset.ready="yes"}restyleWithFonts(){
let native=this.settings.local&&this.history?this.history.native:[];fontsFor(this.fonts,native).then(()=>this.restyle())}async load(what){
if(!what.data&&!what.dataUrl)return;this.dataUrl=what.dataUrl||"";let slow=setTimeout(()=>this.loading.hidden=!1,SLOW_MS);
try{let packed=what.data||await(await fetch(this.dataUrl)).json(),history=await unpack(typeof packed=="string"?JSON.parse(
packed):packed);if(what.dataUrl&&what.dataUrl!==this.dataUrl)return;this.adopt(history,what),this.loading.hidden=!0}catch(error){
console.error(error),this.loading.textContent="The map's data could not be read. Reload the page to try again.",this.loading.
hidden=!1}finally{clearTimeout(slow)}}adopt(history,what){let id=what.place!==void 0?what.place:this.placeId;this.history=
history,this.knownBy===null&&(this.fullHistory=history),this.palettesRead=null,this.place=history.indexOf(id),this.hover=
-1,this.day=history.within(what.day?dayOf(what.day):this.day||history.lastDay),this.two.day=history.within(this.two.day),
this.moments=[new Moment(history),new Moment(history)],this.two.deal(),this.panes.forEach(pane=>pane.restyle()),this.seek()}makeGround(){
let{world}=this;if(!world)return;let focus=this.history?this.history.countries():new Set(this.options.countries||[]),ground=makeGround(
world,focus);this.panes.forEach(pane=>pane.setGround(ground,this.source))}usualBounds(){let codes=this.options.countries||
[],country=this.world?.countries.find(item=>codes.includes(item.code));if(!country)return L.latLngBounds([-40,-100],[62,
130]);let[west,south,east,north]=country.box;return L.latLngBounds([south,west],[north,east])}seeThrough(on){on!==this.seesThrough&&
(this.seesThrough=on,this.panes.forEach(pane=>pane.makeScene(on)))}seek(){let[now2,then]=this.moments;return now2?now2.seek(
this.day)+(this.isComparing?then.seek(this.secondDay):0):0}setDay(day){if(!this.history)return;let next=this.history.within(
day);next!==this.day&&(this.day=next,this.draw())}drawDay(){if(!this.history)return;let different=this.seek();different&&
this.panes.forEach(pane=>pane.redrawMarks()),this.showHeads(),this.timeline.show(),different&&this.hover>=0&&this.card.show(
this.first,this.hover),this.afterDay(),this.shown=this.day}showHeads(){let{history}=this;if(!history){this.first.head.clear();
return}this.isComparing?this.two.showHeads(history):this.first.head.show(history,this.day)}redrawAll(){this.seek(),this.
showHeads(),this.panes.forEach(pane=>pane.redraw()),this.key.update(),this.timeline.redraw(),this.scale.update(),this.shown=
this.day}choose(i){return i===this.place?!1:(this.place=i,this.panes.forEach(pane=>pane.redraw()),this.timeline.redraw(),
!0)}chooseByHand(i){this.choose(i)&&this.tell("click")}pointAt(i,pane=this.first){i!==this.hover&&(this.hover=i,this.panes.
forEach(each=>{each.redrawMarks(),each.container.style.cursor=i>=0?"pointer":""}),i>=0?this.card.show(pane,i):this.card.
hide())}setLayer(name,on){this.settings[name]=on,name==="local"&&on&&this.restyleWithFonts(),this.redrawAll(),this.tell(
"switch")}setKnownBy(day){this.history&&(this.knownBy=this.history.within(day),this.timeline.redraw())}switchKnownBy(){!this.
history||this.options.knownBySwitch===!1||(this.knownBy=this.knownBy===null?this.day:null,this.timeline.redraw(),this.tell(
"known"))}get isComparing(){return this.two.isOn}get secondDay(){return this.two.day}setSecondDay(day){this.two.setDay(day)}layout(){
let high=Math.max(this.keyRoom||0,this.key.element.offsetHeight);this.keyRoom=high,this.root.style.setProperty("--kh",high+
"px");let panel=parseFloat(getComputedStyle(this.root).getPropertyValue("--pw"))||0;this.panes.forEach((pane,k)=>{pane.covered=
k===this.panes.length-1?panel:0,pane.resize()})}onResize(){if(!hasRoom(this.root))return;let{lat,lon,zoom}=this.first.view(),
fitted=this.first.isFitted;this.keyRoom=0,this.root.style.setProperty("--kh","0px"),this.layout(),this.isComparing&&this.
two.arrange(),fitted?this.first.fit():this.first.goTo([lat,lon,zoom]),this.restyle()}fit(){this.first.fit(!0),this.tell(
"move")}listen(){listenToMap(this,this.first),listenToKeys(this),new ResizeObserver(whenQuiet(()=>this.onResize(),60)).observe(
this.root)}tell(event){let{history}=this;history&&(event!=="move"&&event!=="switch"&&(this.live.textContent=dayText(history,
this.day)),this.bridge.tell(shownNow(this),event))}obey(order){return obey(this,order)}};var now={app:null,pending:null};function mapIn(element){element.style.position=element.style.position||"relative";let inside=element.
appendChild(el("div"));return inside.style.position="absolute",makeMap(inside)}function mount(mapOrElement,options){let map=mapOrElement instanceof
HTMLElement?mapIn(mapOrElement):mapOrElement,app=new App(map,options);return now.app=app,document.title||(document.title=
"Map and timeline"),document.documentElement.lang||(document.documentElement.lang="en"),window.Whoheld&&(window.Whoheld.
app=app),app.ready=app.start().then(()=>{now.pending&&setView(now.pending)}),app}function setView(order){now.app&&now.app.
isReady?(now.pending=null,now.app.obey(order)):now.pending=order}window.Whoheld={mount,setView,dayOf,isoOf,app:null,openPlace:id=>now.
app&&openPlace(now.app,id),openDay:iso=>now.app&&openDay(now.app,iso)};var STATES=["shown","start","span","last","look","open"],MENTIONED=4,Versions=class _Versions{constructor(packed,base,versions,columns){
this.packed=packed,this.base=base,this.looks=versions.looks,this.columns=columns,this.days=versions.days.map(dayOf),this.
off=new Uint32Array(columns.count.length+1);for(let v2=0;v2<columns.count.length;v2++)this.off[v2+1]=this.off[v2]+columns.
count[v2]}static async unpack(packed,versions){let[columns,texts,own]=await Promise.all([columnsOf(packed),textsOf(packed),
columnsOf(versions)]);return new _Versions(packed,{columns,texts},versions,own)}stepAt(day){let at=this.days.length-1;for(;at>=
0&&this.days[at]>day;)at--;return at}at(step){let{columns}=this,found=new Int32Array(this.base.columns.lat.length).fill(
-1);for(let v2=0;v2<columns.step.length&&columns.step[v2]<=step;v2++)found[columns.place[v2]]=v2;return found}history(step){
let{base,columns,off,packed}=this,versions=this.at(step),count=Uint16Array.from(versions,v2=>v2<0?0:columns.count[v2]),states=Object.
fromEntries(STATES.map(name=>[name,[]]));versions.forEach(v2=>{if(!(v2<0))for(let name of STATES)for(let k=off[v2];k<off[v2+
1];k++)states[name].push(columns[name][k])});let importance=base.columns.importance.map((rank,i)=>rank&MENTIONED-1|(count[i]?
0:MENTIONED));return new History({...packed,looks:this.looks},{...base.columns,...states,importance,count},base.texts)}};var Knowing=class _Knowing{constructor(versions,saved,ids){this.versions=versions,this.saved=saved,this.number=new Map(ids.
map((id,i)=>[id,i]))}static async of(packed,saved){if(!saved)return null;let versions=await Versions.unpack(packed,saved.
versions);return new _Knowing(versions,saved,versions.base.texts.ids)}claims(day){let step=this.versions.stepAt(day),version=this.
versions.at(step);return{day,isKnown:card=>this.saved.since[card]!==""&&this.saved.since[card]<=isoOf(day),of:place=>{let v2=version[this.
number.get(place)??-1]??-1,[told,against,why]=v2<0?[[],[],[]]:this.saved.claims[v2];return{for:told,against,why}}}}show(app,iso){
let{versions}=this,at={day:"",place:app.placeId},day=iso?dayOf(iso):0,step=iso?versions.stepAt(day):-1;iso&&!this.saved.
exact&&step>=0&&(app.knownBy=day=versions.days[step]);let whole=app.fullHistory;return iso?app.adopt(versions.history(step),
at):whole&&app.adopt(whole,at),app.redrawAll(),iso?this.claims(day):null}};var LONGEST_CONTEXT=450,LEADS=["Fought over","Under siege","Attack repelled","Handed over","Forced out"],leadOf=words=>{
if(Array.isArray(words))return[String(words[0]||""),String(words[1]||"")];let text=String(words||""),lead=LEADS.find(each=>text.
startsWith(each))||text.split(" ",1)[0];return[lead,text.slice(lead.length)]},webAddress=address=>{try{let url=new URL(address);
return url.protocol==="https:"||url.protocol==="http:"?url.href:""}catch{return""}};function quote(card){let element=el(
"blockquote"),before=String(card.before||""),after=String(card.after||"");return before.length>LONGEST_CONTEXT&&(before=
`… ${before.slice(-LONGEST_CONTEXT).replace(/^\S*\s/,"")}`),after.length>LONGEST_CONTEXT&&(after=`${after.slice(0,LONGEST_CONTEXT).
replace(/\s\S*$/,"")} …`),element.append(before,el("mark","",card.sentence||""),after),element.dir="auto",element}function origin(card){
let footer=el("footer");footer.append(el("b","",card.source||"The article")),card.basis&&card.basis!=="unknown"&&footer.
append(el("i","",card.basis));let told=[card.article,card.dates,card.publisher||"Publisher not stated"].map(part2=>String(
part2||"").trim()).filter(Boolean).map(part2=>/[.!?…”]$/.test(part2)?part2:`${part2}.`);footer.append(el("br"),told.
join(" "));let address=webAddress(String(card.url||""));if(address){let link=el("a","","Read the article");link.href=address,
link.rel="noopener noreferrer",link.target="_blank",footer.append(" ",link)}return footer}function cardOf(card,mark,className){
let article=el("article",`ex-card ${className}`),header=el("header"),text=el("div"),[lead,rest]=leadOf(card.words),told=rest.
trim(),gap=told.startsWith(":")?"":" ";return text.append(el("b","",lead),gap+told,el("span","",card.when||"")),mark&&header.
append(mark),header.append(text),article.append(header,quote(card),origin(card)),article}function notCounted(title,cards){
let details=el("details");details.append(el("summary","",`${title} (${cards.length})`));for(let card of cards){let article=el(
"article","ex-card"),header=el("header");header.append(el("b","",card.reason_title||leadOf(card.words).join(" "))),article.
append(header,quote(card)),card.reason&&article.append(el("p","ex-quiet",card.reason)),article.append(origin(card)),details.
append(article)}return details}function paint(piece,look,fill){let[first,last]=[look.parties[0],look.parties[look.parties.length-1]],{style}=piece;look.
state==="unknown"||!first?style.border="1px dashed var(--unknown)":look.state==="contested"?style.background=`repeating-\
linear-gradient(135deg, ${fill(first)} 0 4px, ${fill(last)} 4px 8px)`:look.state==="disputed"?style.background=`linear-g\
radient(${fill(first)} 45%, var(--panel) 45% 55%, ${fill(last)} 55%)`:look.standing==="inferred"?style.border=`1.5px dot\
ted ${fill(first)}`:look.standing==="claimed"?style.border=`2.5px solid ${fill(first)}`:style.background=fill(first)}function makeStrip(app,at,day,go){
let{history}=app,strip=el("div","ex-strip");if(!history)return strip;let days=Math.max(1,history.lastDay-history.first),
share=d=>100*Math.max(0,Math.min(days,d-history.first))/days,fill=party=>app.colours().party(party).fill;for(let c=history.
off[at];c<history.off[at+1];c++){let begin=history.first+history.shown[c],from=share(begin),to=c+1===history.off[at+1]?100:
share(history.first+history.shown[c+1]),look=history.looks[history.look[c]],piece=el("button");piece.type="button",piece.
style.left=`${from}%`,piece.style.width=`calc(${Math.max(0,to-from)}% - 1px)`,to-from<2&&(piece.style.zIndex="1"),paint(
piece,look,fill),piece.title=`${look.words}. ${sinceWords(history,c)}`,piece.setAttribute("aria-label",piece.title),piece.
addEventListener("click",()=>go(begin)),strip.append(piece)}let marker=el("i");marker.style.left=`${share(day)}%`,strip.
append(marker);let first=dateOf(history.first).getUTCFullYear()+1,last=dateOf(history.lastDay).getUTCFullYear(),step=Math.
max(1,Math.ceil((last-first+1)/7));for(let year=first;year<=last;year+=step){let label=el("small","",String(year));label.
style.left=`${share(monthDay(year,0))}%`,strip.append(label)}return strip}var RECENT_DAYS=30,MOST_CHANGES=40,MOST_LATER=4,WHY={corroborated:["Two or more sources","Two or more sources that do no\
t quote each other say so. An independent report of another holder would make this “sources disagree”."],claimed:["O\
ne side says so","Only one source, or only one side, says so. A second, independent source would make this “held, two or\
 more sources”."],inferred:["Inferred","No report says who held it in these days; a later report says whom it was take\
n from. A report about these days would replace this."],contested:["Fought over","Reports speak of fighting for it, and \
none of these days says that it is decided. A report of a capture, a retreat or a failed attack would end this."],disputed:[
"Sources disagree","Sources name different holders, and neither version outweighs the other: both are shown. A further i\
ndependent source for one of them would decide."],unknown:["Unknown","No report says who holds it. One that does would c\
hange this."]},OTHER_STATES=[["contested","Fought over"],["disputed","Sources disagree"],["unknown","Unknown"]],capital=text=>text.
charAt(0).toUpperCase()+text.slice(1),plural=(n,word)=>`${n.toLocaleString("en")} ${word}${n===1?"":"s"}`,countsLine=saved=>`${plural(
saved.places,"place")}, ${plural(saved.claimCount,"claim")} from ${plural(saved.articles,"article")}`;function countHolders(moment){
let counts=new Map;for(let i=0;i<moment.history.n;i++){if(moment.intervalOf(i)<0)continue;let look=moment.lookOf(i),keys=look.
state==="held"?look.parties:["state:"+look.state];for(let key of keys)counts.set(key,(counts.get(key)||0)+1)}return counts}
var Panel=class{constructor(app,saved,evidence){this.app=app,this.saved=saved,this.evidence=evidence,this.known=null,this.
element=document.getElementById("panel"),this.shown=saved.place?"place":"day",this.place=saved.place,this.day=app.day,this.
aboutOpen=!1,this.drawSoon=oncePerFrame(()=>this.draw())}show(iso,place){place!==this.place&&(this.shown=place?"place":"\
day",this.element.scrollTop=0),this.place=place,this.day=dayOf(iso),this.drawSoon()}draw(){let{history,moment}=this.app;
if(!history||!moment)return;let at=history.indexOf(this.place),parts=[this.tabs(history,at)];this.shown==="place"&&at>=0?
parts.push(...this.placeParts(moment,at)):parts.push(...this.dayParts(moment)),this.element.replaceChildren(...parts,this.
about())}tabs(history,at){let row=el("div","ex-tabs");row.setAttribute("role","tablist");let names=[["day","The day"]];at>=
0&&names.push(["place",history.names[at]]);for(let[key,words]of names){let tab=el("button","",words);tab.setAttribute("r\
ole","tab"),tab.setAttribute("aria-selected",String(this.shown===key||names.length===1)),tab.addEventListener("click",()=>{
this.shown=key,this.draw()}),row.append(tab)}return row}mark(look,flags=0,r=6,pad=3){return markElement(look,r,flags,this.
app.colours(),pad)}isKnown(number){return!this.known||this.known.isKnown(number)}claims(){let claims=this.saved.claims[this.
place]||{for:[],against:[],out:[]};if(!this.known)return claims;let out=claims.out.filter(number=>this.isKnown(number));
return{...this.known.of(this.place),out}}later(){let claims=this.saved.claims[this.place];if(!this.known||!claims)return[];
let numbers=[...new Set([...claims.for,...claims.against,claims.out].flat())].filter(number=>!this.isKnown(number)),heading=el(
"h3","","What came later");heading.append(" ",el("em","",String(numbers.length)));let day=longDay(this.known.day),words=numbers.
length?`Not known on ${day}, and not on the map now.`:`No report on this place appeared after ${day}.`,cards=this.cardsOf(
numbers.slice(0,MOST_LATER)),more=numbers.length-cards.length;return[heading,el("p","ex-quiet",words),...cards.map(card=>cardOf(
card,null,"ex-later")),...more>0?[el("p","ex-quiet",`And ${more.toLocaleString("en")} more.`)]:[]]}cardsOf(numbers){return numbers.
map(number=>this.evidence[number]).filter(Boolean)}dayParts(moment){let counts=countHolders(moment),parts=[el("h2","ex-h\
eadline",longDay(this.day))];counts.size?parts.push(this.balance(moment.history,counts)):parts.push(el("p","ex-quiet","N\
o report speaks of this day yet.")),parts.push(el("h3","",`Changed in the last ${RECENT_DAYS} days`),this.changes(moment.
history)),parts.push(el("p","ex-quiet ex-hint","Choose a place on the map to read what is reported about it."));let loose=this.
saved.loose.filter(number=>this.isKnown(number));return loose.length&&parts.push(notCounted("Not on the map",this.cardsOf(
loose))),parts}balance(history,counts){let table=el("table","ex-balance"),body=el("tbody"),row=(name,mark,count,className)=>{
let line=el("tr",className),head=el("th"),label=el("span");mark&&label.append(mark),label.append(name),head.setAttribute(
"scope","row"),head.append(label),line.append(head,el("td","",count.toLocaleString("en"))),body.append(line)};[...counts].
filter(([key])=>history.parties[key]).sort((a,b)=>b[1]-a[1]||(a[0]<b[0]?-1:1)).forEach(([key,count])=>{let look={state:"\
held",standing:"corroborated",parties:[key],words:""};row(history.parties[key].name,this.mark(look),count,"")});for(let[
state,words]of OTHER_STATES){let count=counts.get("state:"+state);count&&row(words,null,count,"ex-none")}return table.append(
body),table}changes(history){let list=el("ul","ex-changes"),recent=history.changes.filter(change=>change.day<=this.day&&
change.day>this.day-RECENT_DAYS).slice(-MOST_CHANGES).reverse();if(!recent.length)return el("p","ex-quiet","No change is\
 reported in these days.");for(let change of recent){let item=el("li"),name=el("button","",history.names[change.place]);
name.addEventListener("click",()=>this.ask(this.day,history.ids[change.place]));let words=el("span"),told=changeWords(history,
change);words.append(name,`${told.startsWith(":")?"":" "}${told}`),change.latest>change.earliest&&words.append(`, betwee\
n ${shortDay(change.earliest)} and ${shortDay(change.latest)}`);let date=el("time","",shortDay(change.day).replace(/ \d+$/,
""));date.setAttribute("datetime",isoOf(change.day));let flags=change.latest>change.earliest?UNCERTAIN:0;item.append(date,
this.mark(change.look,flags,5,4),words),list.append(item)}return list}ask(day,place){let iso=isoOf(day);this.app.timeline.
player.stop(!1),setView({day:iso,place,seq:Number.MAX_SAFE_INTEGER}),this.show(iso,place)}title(history,at){let[admin1,country]=history.
areas[history.area[at]],kicker=[capital(history.kinds[history.kind[at]]||"place"),admin1,this.saved.countries[country]||
country].filter(Boolean),title=el("h2","",history.names[at]),native=history.native[at];if(native){let other=el("span","",
native);other.lang=languageOf(native),other.dir="auto",title.append(other)}return[el("p","ex-kicker",kicker.join(", ")),
title]}placeParts(moment,at){let{history}=moment,parts=this.title(history,at),claims=this.claims(),interval=moment.intervalOf(
at);if(interval<0){let mentioned=!!history.mentioned[at],look=history.looks[mentioned?history.mentionedLook:history.noneLook];
parts.push(this.state(look,0,"")),mentioned&&this.known?parts.push(el("p","","By then no report had appeared that says w\
ho holds it.")):mentioned&&parts.push(el("p","","Articles name this place, but say nothing of who holds it."))}else{let look=history.
looks[history.look[interval]],number=interval-history.off[at],possible=possibleWords(history,at,interval,moment.day),since=[
sinceWords(history,interval),possible].filter(Boolean).join(". ");parts.push(this.state(look,moment.code[at]&7,since)),parts.
push(makeStrip(this.app,at,this.day,day=>this.ask(day,this.place))),parts.push(...this.why(look,claims.why&&this.saved.why[claims.
why[number]])),parts.push(...this.cards("For",claims.for[number]||[],look,at)),parts.push(...this.cards("Against",claims.
against[number]||[],look,at)),parts.push(...this.possible(moment,at,interval,claims))}return parts.push(...this.later()),
claims.out.length&&parts.push(notCounted("Not counted",this.cardsOf(claims.out))),parts}state(look,flags,since){let row=el(
"div","ex-state"),text=el("div");return text.append(el("b","",look.words)),since&&text.append(el("span","",since)),row.append(
this.mark(look,flags,9,8),text),row}why(look,told){let[lead,words]=told||WHY[look.state==="held"?look.standing:look.state]||
["",""],text=el("p");return text.append(el("b","",`${lead}.`),` ${words}`),[el("h3","","Why this colour"),text]}cards(title,numbers,look,at){
let heading=el("h3","",title);heading.append(" ",el("em","",String(numbers.length)));let parts=[heading],against=title===
"Against";!numbers.length&&against&&parts.push(el("p","ex-quiet","No report contradicts it."));for(let card of this.cardsOf(
numbers)){let mark=against?null:this.claimLook(card,look,at);parts.push(cardOf(card,mark&&this.mark(mark),against?"ex-ag\
ainst":""))}return parts}possible(moment,at,interval,claims){let{history}=moment,[from,end]=[history.off[at],history.off[at+
1]],told=c=>[...claims.for[c-from]||[],...claims.against[c-from]||[]],seen=new Set(told(interval)),numbers=[],look=history.
looks[history.look[interval]],days=moment.day-history.first;for(let k=interval;(k=history.possibleAfter(interval,k,end,days))>=
0;)numbers.push(...told(k).filter(number=>!seen.has(number)&&seen.add(number))),look=history.looks[history.look[k]];return numbers.
length?this.cards("May have come already",numbers,look,at):[]}claimLook(card,look,at){let{history}=this.app;if(history&&
["contested","besieged"].includes(card.kind)){for(let c=history.off[at];c<history.off[at+1];c++){let other=history.looks[history.
look[c]];if(other.state==="contested")return other}return null}return look.state!=="held"||look.standing==="inferred"?null:
{state:"held",standing:"claimed",parties:look.parties.slice(-1),words:""}}about(){let details=el("details","ex-about");details.
append(el("summary","","About this map"));for(let line of this.saved.about)details.append(el("p","",line));return details.
open=this.aboutOpen,details.addEventListener("toggle",()=>this.aboutOpen=details.open),details}};var part=id=>document.getElementById(id);async function read(id){let data=JSON.parse(part(id).textContent||"null");return typeof data?.
deflated!="string"?data:JSON.parse(new TextDecoder().decode(await inflate(data.deflated)))}async function start(){let[saved,
history,basemap,evidence,known]=await Promise.all(["saved","history","basemap","evidence","known"].map(read)),knowing=await Knowing.
of(history,known);part("counts").textContent=countsLine(saved);let app=mount(part("map"),{data:history,basemap,day:saved.
day,place:saved.place,view:saved.view,credits:saved.credits,compare:saved.compare,actors:saved.actors,layers:saved.layers,
palette:saved.palette,search:!0,knownBySwitch:!!knowing});if(await app.ready,!app.history)throw new Error("the history c\
ould not be read");let panel=new Panel(app,saved,evidence);panel.show(isoOf(app.day),app.placeId);let follow2=event=>{let{
day,place,event:what,known_by}=event.detail;what==="known"&&knowing&&(panel.known=knowing.show(app,known_by)),panel.show(
day,place)};document.addEventListener("whoheld:select",follow2),document.addEventListener("whoheld:day",follow2),followTheme(
theme=>{document.body.dataset.theme=theme,panel.drawSoon()}),document.body.dataset.ready="yes"}start().catch(error=>{console.
error(error),part("panel").replaceChildren(el("p","","The map could not be drawn. Open this file in a browser of 2023 or\
 later."))});})();
