-- A ledger as the first version wrote it: sqlite3's .dump of two articles, one taken out, and reviews.
BEGIN TRANSACTION;
CREATE TABLE actors (
	id TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "actors" VALUES('ahrar-al-sham','{"id":"ahrar-al-sham","name":"Ahrar al-Sham","kind":"opposition","aliases":[],"phrase":"","bloc":"sy-opposition","country":""}');
INSERT INTO "actors" VALUES('fatah-army','{"id":"fatah-army","name":"Fatah Army","kind":"opposition","aliases":[],"phrase":"the Fatah Army","bloc":"sy-opposition","country":""}');
INSERT INTO "actors" VALUES('sy-government','{"id":"sy-government","name":"Government","kind":"government","aliases":["Syrian regime"],"phrase":"the government","bloc":"","country":"SY"}');
INSERT INTO "actors" VALUES('nusra-front','{"id":"nusra-front","name":"Nusra Front","kind":"jihadist","aliases":[],"phrase":"the Nusra Front","bloc":"","country":""}');
INSERT INTO "actors" VALUES('sy-opposition','{"id":"sy-opposition","name":"Opposition","kind":"opposition","aliases":["Syrian opposition"],"phrase":"the opposition","bloc":"","country":""}');
INSERT INTO "actors" VALUES('sohr','{"id":"sohr","name":"Syrian Observatory for Human Rights","kind":"monitor","aliases":["SOHR"],"phrase":"the Syrian Observatory for Human Rights","bloc":"","country":""}');
CREATE TABLE articles (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	text TEXT NOT NULL, 
	body TEXT NOT NULL, 
	removed INTEGER, 
	PRIMARY KEY (number), 
	UNIQUE (id), 
	UNIQUE (digest)
);
INSERT INTO "articles" VALUES(1,'seed','e36de6add8aa840fcdf832f5feadee9161403cfa38c75a5b54af7401e8c31062','Syrian opposition groups including Ahrar al-Sham and al Qaeda''s Syria affiliate Nusra Front announced they seized control over ''Jisr al-Shughur'' city.

The announcement comes after three days of heavy confrontations with Syrian regime forces, according to the Syrian Observatory for Human Rights (SOHR).

"Fatah Army" which is an operation room comprises the main opposition factions along with Nusra Front started the battle to capture Idlib city on March 24.

The alliance took over Idlib on March 28 after four days of fighting against regime forces and still advancing towards the districts of the coastal provinces.

In 2011, the Syrian opposition forced regime security forces out of Jisr al-Shughur.

Jisr al-Shughur has a strategic position as it is situated near the main regime supply lines between Aleppo and the Syrian coastal regions.','{"places":["geonames:170063","geonames:169389","geonames:169304"],"actors":["ahrar-al-sham","fatah-army","sy-government","nusra-front","sy-opposition","sohr"],"sentences":[[0,150],[152,303],[305,460],[462,620],[622,706],[708,847]],"title":"Syrian opposition captures strategic city in Idlib province","publisher":"","url":"","language":"en","reported":["2015-03-29","2015-05-09"],"retrieved_at":null,"reported_by_person":false,"given":null}',NULL);
INSERT INTO "articles" VALUES(2,'gone','6986627dec235cb2c69d70fbb58312e8cdde8bfdb3cec40687511ae81c7b7417','This article was taken out.','{"places":[],"actors":[],"sentences":[[0,27]],"title":"","publisher":"","url":"","language":"en","reported":["2015-03-29","2015-05-09"],"retrieved_at":null,"reported_by_person":false,"given":null}',3);
INSERT INTO "articles" VALUES(3,'other','84383d915885271239fb4ad2afc5105aabd002c8ea7f5a31103de6215799a1b1','Fighting went on in Idlib.
Nothing else.','{"places":["geonames:169389"],"actors":["fatah-army"],"sentences":[[0,26],[27,40]],"title":"","publisher":"","url":"","language":"en","reported":["2015-03-29","2015-05-09"],"retrieved_at":null,"reported_by_person":false,"given":null}',NULL);
CREATE TABLE claims (
	article INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	place_id TEXT, 
	body TEXT NOT NULL, 
	PRIMARY KEY (article, position), 
	FOREIGN KEY(article) REFERENCES articles (number)
);
INSERT INTO "claims" VALUES(1,0,'a65bb5fc8f387224073e','geonames:169304','{"id":"a65bb5fc8f387224073e","kind":"captured","stance":"asserted","parties":[{"actor_id":"ahrar-al-sham","role":"gaining","text":"ahrar-al-sham"},{"actor_id":"nusra-front","role":"gaining","text":"nusra-front"},{"actor_id":"sy-government","role":"losing","text":"sy-government"}],"place_id":"geonames:169304","toponym":"Jisr al-Shughur","event":["2015-03-29","2015-05-09"],"reported":["2015-03-29","2015-05-09"],"attribution":{"source":"Ahrar al-Sham and the Nusra Front","basis":"gaining side"},"evidence":{"article_id":"seed","start":0,"end":150},"counted":true,"reason_code":"","reason":"","extractor":"test 1"}');
INSERT INTO "claims" VALUES(1,1,'eb33b01c0b55bf2c4963','geonames:169304','{"id":"eb33b01c0b55bf2c4963","kind":"contested","stance":"asserted","parties":[{"actor_id":"sy-opposition","role":"attacking","text":"sy-opposition"},{"actor_id":"sy-government","role":"defending","text":"sy-government"}],"place_id":"geonames:169304","toponym":"Jisr al-Shughur","event":["2015-03-26","2015-05-06"],"reported":["2015-03-29","2015-05-09"],"attribution":{"source":"Syrian Observatory for Human Rights","basis":"monitor"},"evidence":{"article_id":"seed","start":152,"end":303},"counted":true,"reason_code":"","reason":"","extractor":"test 1"}');
INSERT INTO "claims" VALUES(1,2,'32a1a509741d5874a4c1','geonames:169389','{"id":"32a1a509741d5874a4c1","kind":"contested","stance":"asserted","parties":[{"actor_id":"fatah-army","role":"attacking","text":"fatah-army"}],"place_id":"geonames:169389","toponym":"Idlib","event":["2015-03-24","2015-03-24"],"reported":["2015-03-29","2015-05-09"],"attribution":{"source":"the article","basis":"press"},"evidence":{"article_id":"seed","start":305,"end":460},"counted":true,"reason_code":"","reason":"","extractor":"test 1"}');
INSERT INTO "claims" VALUES(1,3,'ddd8f56e68a8ce7a0029','geonames:169389','{"id":"ddd8f56e68a8ce7a0029","kind":"captured","stance":"asserted","parties":[{"actor_id":"fatah-army","role":"gaining","text":"fatah-army"},{"actor_id":"sy-government","role":"losing","text":"sy-government"}],"place_id":"geonames:169389","toponym":"Idlib","event":["2015-03-28","2015-03-28"],"reported":["2015-03-29","2015-05-09"],"attribution":{"source":"the article","basis":"press"},"evidence":{"article_id":"seed","start":462,"end":620},"counted":true,"reason_code":"","reason":"","extractor":"test 1"}');
INSERT INTO "claims" VALUES(1,4,'029d85de903194ea45d3',NULL,'{"id":"029d85de903194ea45d3","kind":"captured","stance":"asserted","parties":[{"actor_id":"fatah-army","role":"gaining","text":"fatah-army"}],"place_id":null,"toponym":"coastal provinces","event":[null,"2015-05-09"],"reported":["2015-03-29","2015-05-09"],"attribution":{"source":"the article","basis":"press"},"evidence":{"article_id":"seed","start":462,"end":620},"counted":false,"reason_code":"direction","reason":"A direction of advance. It names no place that changed hands.","extractor":"test 1"}');
INSERT INTO "claims" VALUES(1,5,'38a108be09fbec7a8636','geonames:169304','{"id":"38a108be09fbec7a8636","kind":"captured","stance":"asserted","parties":[{"actor_id":"sy-opposition","role":"gaining","text":"sy-opposition"},{"actor_id":"sy-government","role":"losing","text":"sy-government"}],"place_id":"geonames:169304","toponym":"Jisr al-Shughur","event":["2011-01-01","2011-12-31"],"reported":["2015-03-29","2015-05-09"],"attribution":{"source":"the article","basis":"press"},"evidence":{"article_id":"seed","start":622,"end":706},"counted":true,"reason_code":"","reason":"","extractor":"test 1"}');
INSERT INTO "claims" VALUES(3,0,'a4e4e5d5473f221601f7','geonames:169389','{"id":"a4e4e5d5473f221601f7","kind":"contested","stance":"asserted","parties":[{"actor_id":"fatah-army","role":"attacking","text":"fatah-army"}],"place_id":"geonames:169389","toponym":"Idlib","event":["2015-03-24","2015-03-24"],"reported":["2015-03-29","2015-05-09"],"attribution":{"source":"the article","basis":"press"},"evidence":{"article_id":"other","start":0,"end":26},"counted":true,"reason_code":"","reason":"","extractor":"test 1"}');
CREATE TABLE mentions (
	article INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	toponym TEXT NOT NULL, 
	place_id TEXT, 
	PRIMARY KEY (article, position), 
	FOREIGN KEY(article) REFERENCES articles (number)
);
INSERT INTO "mentions" VALUES(1,0,128,143,'Jisr al-Shughur','geonames:169304');
INSERT INTO "mentions" VALUES(1,1,437,442,'Idlib','geonames:169389');
INSERT INTO "mentions" VALUES(1,2,485,490,'Idlib','geonames:169389');
INSERT INTO "mentions" VALUES(1,3,690,705,'Jisr al-Shughur','geonames:169304');
INSERT INTO "mentions" VALUES(1,4,708,723,'Jisr al-Shughur','geonames:169304');
INSERT INTO "mentions" VALUES(1,5,809,815,'Aleppo','geonames:170063');
INSERT INTO "mentions" VALUES(3,0,20,25,'Idlib','geonames:169389');
CREATE TABLE meta (
	name VARCHAR(40) NOT NULL, 
	number INTEGER NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "meta" VALUES('schema',1);
INSERT INTO "meta" VALUES('revision',8);
CREATE TABLE places (
	id TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "places" VALUES('geonames:170063','{"id":"geonames:170063","name":"Aleppo","kind":"city","lat":36.20124,"lon":37.16117,"country":"SY","pcode":"","gazetteer":"geonames","native":"حلب","admin1":"Aleppo","population":1602264}');
INSERT INTO "places" VALUES('geonames:169389','{"id":"geonames:169389","name":"Idlib","kind":"city","lat":35.93062,"lon":36.63393,"country":"SY","pcode":"","gazetteer":"geonames","native":"إدلب","admin1":"Idlib","population":165000}');
INSERT INTO "places" VALUES('geonames:169304','{"id":"geonames:169304","name":"Jisr al-Shughur","kind":"town","lat":35.81458,"lon":36.32084,"country":"SY","pcode":"","gazetteer":"geonames","native":"جسر الشغور","admin1":"Idlib","population":39917}');
CREATE TABLE reviews (
	number INTEGER NOT NULL, 
	claim_id VARCHAR(64) NOT NULL, 
	verdict VARCHAR(20) NOT NULL, 
	replacement TEXT, 
	reviewer TEXT NOT NULL, 
	reviewed_at VARCHAR(40) NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "reviews" VALUES(1,'a65bb5fc8f387224073e','rejected',NULL,'Rana','2026-11-20T09:30:00+00:00','first thought');
INSERT INTO "reviews" VALUES(2,'a65bb5fc8f387224073e','accepted',NULL,'Rana','2026-11-20T09:30:00+00:00','on second thought');
INSERT INTO "reviews" VALUES(3,'eb33b01c0b55bf2c4963','rejected',NULL,'Omar','2026-11-20T09:30:00+00:00','another town');
INSERT INTO "reviews" VALUES(4,'32a1a509741d5874a4c1','corrected','{"id":"32a1a509741d5874a4c1","kind":"besieged","stance":"asserted","parties":[{"actor_id":"fatah-army","role":"attacking","text":"fatah-army"}],"place_id":"geonames:169389","toponym":"Idlib","event":["2015-03-24","2015-03-24"],"reported":["2015-03-29","2015-05-09"],"attribution":{"source":"the article","basis":"press"},"evidence":{"article_id":"seed","start":305,"end":460},"counted":true,"reason_code":"","reason":"","extractor":"test 1"}','Omar','2026-11-20T09:30:00+00:00','a siege');
CREATE INDEX reviews_by_claim ON reviews (claim_id);
CREATE INDEX ix_claims_place_id ON claims (place_id);
CREATE INDEX ix_claims_id ON claims (id);
COMMIT;
