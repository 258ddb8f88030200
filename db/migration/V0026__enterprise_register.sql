-- The register of enterprises (企业名录), and the national list of industries (GB/T 4754-2017) they are put in.

CREATE TABLE industry_section (
  code    text PRIMARY KEY CHECK (code ~ '^[A-T]$'),
  name_zh text NOT NULL,
  name_en text NOT NULL
);
COMMENT ON TABLE industry_section IS 'shared: GB/T 4754-2017 is the same in every city';
GRANT SELECT ON industry_section TO fledge_app;

-- Divisions (大类), and the groups (中类) of the two divisions that the size standard takes apart.
CREATE TABLE industry (
  code          text PRIMARY KEY CHECK (code ~ '^\d{2,3}$'),
  section       text    NOT NULL REFERENCES industry_section,
  name_zh       text    NOT NULL,
  name_en       text    NOT NULL,
  size_industry text    CHECK (size_industry IN ('AGRICULTURE', 'INDUSTRY', 'CONSTRUCTION', 'WHOLESALE', 'RETAIL', 'TRANSPORT', 'WAREHOUSING', 'POST',
                  'ACCOMMODATION', 'CATERING', 'INFORMATION_TRANSMISSION', 'SOFTWARE', 'REAL_ESTATE_DEVELOPMENT',
                  'PROPERTY_MANAGEMENT', 'LEASING_BUSINESS_SERVICES', 'OTHER')),
  divided       boolean NOT NULL,
  CHECK (NOT divided OR size_industry IS NULL)
);
COMMENT ON TABLE industry IS 'shared: GB/T 4754-2017 is the same in every city';
COMMENT ON COLUMN industry.size_industry IS 'the industry of the size standard; null where the standard covers none';
COMMENT ON COLUMN industry.divided IS 'an enterprise belongs to one of its groups, never to the division as such';
GRANT SELECT ON industry TO fledge_app;

INSERT INTO industry_section VALUES
  ('A', '农、林、牧、渔业', 'Agriculture, forestry, animal husbandry and fishery'),
  ('B', '采矿业', 'Mining'),
  ('C', '制造业', 'Manufacturing'),
  ('D', '电力、热力、燃气及水生产和供应业', 'Electricity, heat, gas and water supply'),
  ('E', '建筑业', 'Construction'),
  ('F', '批发和零售业', 'Wholesale and retail trade'),
  ('G', '交通运输、仓储和邮政业', 'Transport, warehousing and post'),
  ('H', '住宿和餐饮业', 'Accommodation and catering'),
  ('I', '信息传输、软件和信息技术服务业', 'Information transmission, software and IT services'),
  ('J', '金融业', 'Finance'),
  ('K', '房地产业', 'Real estate'),
  ('L', '租赁和商务服务业', 'Leasing and business services'),
  ('M', '科学研究和技术服务业', 'Scientific research and technical services'),
  ('N', '水利、环境和公共设施管理业', 'Water, environment and public facilities'),
  ('O', '居民服务、修理和其他服务业', 'Resident services, repair and other services'),
  ('P', '教育', 'Education'),
  ('Q', '卫生和社会工作', 'Health and social work'),
  ('R', '文化、体育和娱乐业', 'Culture, sports and entertainment'),
  ('S', '公共管理、社会保障和社会组织', 'Public administration, social security and organisations'),
  ('T', '国际组织', 'International organisations');

INSERT INTO industry VALUES
  ('01', 'A', '农业', 'Farming', 'AGRICULTURE', false),
  ('02', 'A', '林业', 'Forestry', 'AGRICULTURE', false),
  ('03', 'A', '畜牧业', 'Animal husbandry', 'AGRICULTURE', false),
  ('04', 'A', '渔业', 'Fishery', 'AGRICULTURE', false),
  ('05', 'A', '农、林、牧、渔专业及辅助性活动', 'Support activities for agriculture', 'AGRICULTURE', false),
  ('06', 'B', '煤炭开采和洗选业', 'Coal mining and washing', 'INDUSTRY', false),
  ('07', 'B', '石油和天然气开采业', 'Oil and gas extraction', 'INDUSTRY', false),
  ('08', 'B', '黑色金属矿采选业', 'Ferrous metal ore mining', 'INDUSTRY', false),
  ('09', 'B', '有色金属矿采选业', 'Non-ferrous metal ore mining', 'INDUSTRY', false),
  ('10', 'B', '非金属矿采选业', 'Non-metal ore mining', 'INDUSTRY', false),
  ('11', 'B', '开采专业及辅助性活动', 'Support activities for mining', 'INDUSTRY', false),
  ('12', 'B', '其他采矿业', 'Other mining', 'INDUSTRY', false),
  ('13', 'C', '农副食品加工业', 'Processing of farm products', 'INDUSTRY', false),
  ('14', 'C', '食品制造业', 'Food manufacturing', 'INDUSTRY', false),
  ('15', 'C', '酒、饮料和精制茶制造业', 'Liquor, beverages and refined tea', 'INDUSTRY', false),
  ('16', 'C', '烟草制品业', 'Tobacco products', 'INDUSTRY', false),
  ('17', 'C', '纺织业', 'Textiles', 'INDUSTRY', false),
  ('18', 'C', '纺织服装、服饰业', 'Clothing', 'INDUSTRY', false),
  ('19', 'C', '皮革、毛皮、羽毛及其制品和制鞋业', 'Leather, fur, feather products and footwear', 'INDUSTRY', false),
  ('20', 'C', '木材加工和木、竹、藤、棕、草制品业', 'Wood, bamboo, rattan, palm and straw products', 'INDUSTRY', false),
  ('21', 'C', '家具制造业', 'Furniture', 'INDUSTRY', false),
  ('22', 'C', '造纸和纸制品业', 'Paper and paper products', 'INDUSTRY', false),
  ('23', 'C', '印刷和记录媒介复制业', 'Printing and reproduction of media', 'INDUSTRY', false),
  ('24', 'C', '文教、工美、体育和娱乐用品制造业', 'Articles for culture, crafts, sports and entertainment', 'INDUSTRY', false),
  ('25', 'C', '石油、煤炭及其他燃料加工业', 'Processing of oil, coal and other fuels', 'INDUSTRY', false),
  ('26', 'C', '化学原料和化学制品制造业', 'Chemicals', 'INDUSTRY', false),
  ('27', 'C', '医药制造业', 'Pharmaceuticals', 'INDUSTRY', false),
  ('28', 'C', '化学纤维制造业', 'Chemical fibres', 'INDUSTRY', false),
  ('29', 'C', '橡胶和塑料制品业', 'Rubber and plastic products', 'INDUSTRY', false),
  ('30', 'C', '非金属矿物制品业', 'Non-metal mineral products', 'INDUSTRY', false),
  ('31', 'C', '黑色金属冶炼和压延加工业', 'Ferrous metal smelting and rolling', 'INDUSTRY', false),
  ('32', 'C', '有色金属冶炼和压延加工业', 'Non-ferrous metal smelting and rolling', 'INDUSTRY', false),
  ('33', 'C', '金属制品业', 'Metal products', 'INDUSTRY', false),
  ('34', 'C', '通用设备制造业', 'General equipment', 'INDUSTRY', false),
  ('35', 'C', '专用设备制造业', 'Special equipment', 'INDUSTRY', false),
  ('36', 'C', '汽车制造业', 'Motor vehicles', 'INDUSTRY', false),
  ('37', 'C', '铁路、船舶、航空航天和其他运输设备制造业', 'Railway, ship, aerospace and other transport equipment', 'INDUSTRY', false),
  ('38', 'C', '电气机械和器材制造业', 'Electrical machinery', 'INDUSTRY', false),
  ('39', 'C', '计算机、通信和其他电子设备制造业', 'Computers, communication and other electronics', 'INDUSTRY', false),
  ('40', 'C', '仪器仪表制造业', 'Instruments and meters', 'INDUSTRY', false),
  ('41', 'C', '其他制造业', 'Other manufacturing', 'INDUSTRY', false),
  ('42', 'C', '废弃资源综合利用业', 'Recycling of waste', 'INDUSTRY', false),
  ('43', 'C', '金属制品、机械和设备修理业', 'Repair of metal products, machinery and equipment', 'INDUSTRY', false),
  ('44', 'D', '电力、热力生产和供应业', 'Electricity and heat supply', 'INDUSTRY', false),
  ('45', 'D', '燃气生产和供应业', 'Gas supply', 'INDUSTRY', false),
  ('46', 'D', '水的生产和供应业', 'Water supply', 'INDUSTRY', false),
  ('47', 'E', '房屋建筑业', 'Construction of buildings', 'CONSTRUCTION', false),
  ('48', 'E', '土木工程建筑业', 'Civil engineering', 'CONSTRUCTION', false),
  ('49', 'E', '建筑安装业', 'Building installation', 'CONSTRUCTION', false),
  ('50', 'E', '建筑装饰、装修和其他建筑业', 'Building decoration and other construction', 'CONSTRUCTION', false),
  ('51', 'F', '批发业', 'Wholesale trade', 'WHOLESALE', false),
  ('52', 'F', '零售业', 'Retail trade', 'RETAIL', false),
  ('53', 'G', '铁路运输业', 'Railway transport', NULL, false),
  ('54', 'G', '道路运输业', 'Road transport', 'TRANSPORT', false),
  ('55', 'G', '水上运输业', 'Water transport', 'TRANSPORT', false),
  ('56', 'G', '航空运输业', 'Air transport', 'TRANSPORT', false),
  ('57', 'G', '管道运输业', 'Pipeline transport', 'TRANSPORT', false),
  ('58', 'G', '多式联运和运输代理业', 'Multimodal transport and forwarding', 'TRANSPORT', false),
  ('59', 'G', '装卸搬运和仓储业', 'Loading and warehousing', NULL, true),
  ('591', 'G', '装卸搬运', 'Loading and unloading', 'TRANSPORT', false),
  ('592', 'G', '通用仓储', 'General warehousing', 'WAREHOUSING', false),
  ('593', 'G', '低温仓储', 'Cold storage', 'WAREHOUSING', false),
  ('594', 'G', '危险品仓储', 'Storage of dangerous goods', 'WAREHOUSING', false),
  ('595', 'G', '谷物、棉花等农产品仓储', 'Storage of grain, cotton and other farm products', 'WAREHOUSING', false),
  ('596', 'G', '中药材仓储', 'Storage of Chinese medicinal materials', 'WAREHOUSING', false),
  ('599', 'G', '其他仓储业', 'Other warehousing', 'WAREHOUSING', false),
  ('60', 'G', '邮政业', 'Post', 'POST', false),
  ('61', 'H', '住宿业', 'Accommodation', 'ACCOMMODATION', false),
  ('62', 'H', '餐饮业', 'Catering', 'CATERING', false),
  ('63', 'I', '电信、广播电视和卫星传输服务', 'Telecommunication, broadcasting and satellite transmission', 'INFORMATION_TRANSMISSION', false),
  ('64', 'I', '互联网和相关服务', 'Internet and related services', 'INFORMATION_TRANSMISSION', false),
  ('65', 'I', '软件和信息技术服务业', 'Software and IT services', 'SOFTWARE', false),
  ('66', 'J', '货币金融服务', 'Monetary and financial services', NULL, false),
  ('67', 'J', '资本市场服务', 'Capital market services', NULL, false),
  ('68', 'J', '保险业', 'Insurance', NULL, false),
  ('69', 'J', '其他金融业', 'Other finance', NULL, false),
  ('70', 'K', '房地产业', 'Real estate', NULL, true),
  ('701', 'K', '房地产开发经营', 'Real estate development and operation', 'REAL_ESTATE_DEVELOPMENT', false),
  ('702', 'K', '物业管理', 'Property management', 'PROPERTY_MANAGEMENT', false),
  ('703', 'K', '房地产中介服务', 'Real estate agency', 'OTHER', false),
  ('704', 'K', '房地产租赁经营', 'Real estate leasing', NULL, false),
  ('709', 'K', '其他房地产业', 'Other real estate', 'OTHER', false),
  ('71', 'L', '租赁业', 'Leasing', 'LEASING_BUSINESS_SERVICES', false),
  ('72', 'L', '商务服务业', 'Business services', 'LEASING_BUSINESS_SERVICES', false),
  ('73', 'M', '研究和试验发展', 'Research and development', 'OTHER', false),
  ('74', 'M', '专业技术服务业', 'Professional technical services', 'OTHER', false),
  ('75', 'M', '科技推广和应用服务业', 'Promotion and application of technology', 'OTHER', false),
  ('76', 'N', '水利管理业', 'Water conservancy', 'OTHER', false),
  ('77', 'N', '生态保护和环境治理业', 'Ecology and environment', 'OTHER', false),
  ('78', 'N', '公共设施管理业', 'Public facilities', 'OTHER', false),
  ('79', 'N', '土地管理业', 'Land management', 'OTHER', false),
  ('80', 'O', '居民服务业', 'Resident services', 'OTHER', false),
  ('81', 'O', '机动车、电子产品和日用产品修理业', 'Repair of vehicles, electronics and household goods', 'OTHER', false),
  ('82', 'O', '其他服务业', 'Other services', 'OTHER', false),
  ('83', 'P', '教育', 'Education', NULL, false),
  ('84', 'Q', '卫生', 'Health', NULL, false),
  ('85', 'Q', '社会工作', 'Social work', 'OTHER', false),
  ('86', 'R', '新闻和出版业', 'News and publishing', 'OTHER', false),
  ('87', 'R', '广播、电视、电影和录音制作业', 'Broadcasting, film and sound recording', 'OTHER', false),
  ('88', 'R', '文化艺术业', 'Culture and arts', 'OTHER', false),
  ('89', 'R', '体育', 'Sports', 'OTHER', false),
  ('90', 'R', '娱乐业', 'Entertainment', 'OTHER', false),
  ('91', 'S', '中国共产党机关', 'Organs of the Communist Party of China', NULL, false),
  ('92', 'S', '国家机构', 'State institutions', NULL, false),
  ('93', 'S', '人民政协、民主党派', 'Political consultative conferences and democratic parties', NULL, false),
  ('94', 'S', '社会保障', 'Social security', NULL, false),
  ('95', 'S', '群众团体、社会团体和其他成员组织', 'Mass organisations, associations and other membership organisations', NULL, false),
  ('96', 'S', '基层群众自治组织及其他组织', 'Grass-roots self-governing and other organisations', NULL, false),
  ('97', 'T', '国际组织', 'International organisations', NULL, false);

-- GB 32100: the character that completes the first seventeen. The rule CreditCode says the same; a test compares them.
CREATE FUNCTION credit_code_check(code text) RETURNS text IMMUTABLE STRICT LANGUAGE sql AS $$
  SELECT substr('0123456789ABCDEFGHJKLMNPQRTUWXY', ((31 - sum(
      (position(substr(code, n, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      * (ARRAY[1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28])[n]) % 31) % 31)::integer + 1, 1)
  FROM generate_series(1, 17) n
$$;

CREATE TABLE enterprise (
  city_id       smallint NOT NULL REFERENCES city,
  id            uuid     NOT NULL,
  version       integer  NOT NULL,
  credit_code   text     COLLATE "C" NOT NULL CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'),
  code_reason   text     CHECK (length(code_reason) BETWEEN 6 AND 500),
  name_zh       text     NOT NULL CHECK (length(name_zh) BETWEEN 2 AND 100),
  initials      text     COLLATE "C" NOT NULL CHECK (initials ~ '^[A-Z0-9]*$'),
  kind          text     NOT NULL CHECK (kind IN ('COMPANY', 'HOUSEHOLD', 'COOPERATIVE')),
  industry_code text     NOT NULL REFERENCES industry,
  district_id   uuid     NOT NULL,
  founded_on    date     NOT NULL,
  status        text     NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED', 'REVOKED', 'CANCELLED')),
  moves         integer  NOT NULL CHECK (moves >= 0),
  above_scale   boolean  NOT NULL,
  above_limit   boolean  NOT NULL,
  sample        boolean  NOT NULL,
  size_class    text     NOT NULL
                CHECK (size_class IN ('MICRO', 'SMALL', 'MEDIUM', 'LARGE', 'NOT_CLASSIFIED', 'INCOMPLETE')),
  size_year     integer,
  PRIMARY KEY (city_id, id),
  CONSTRAINT enterprise_code_once UNIQUE (city_id, credit_code),
  FOREIGN KEY (city_id, district_id) REFERENCES unit (city_id, id),
  CONSTRAINT code_checks_or_has_reason
    CHECK ((code_reason IS NULL) = (substr(credit_code, 18) = credit_code_check(credit_code))),
  CONSTRAINT code_is_of_its_kind
    CHECK ((kind = 'HOUSEHOLD') = (left(credit_code, 2) = '92') AND (kind = 'COOPERATIVE') = (left(credit_code, 2) = '93')),
  CHECK (size_class = 'INCOMPLETE' OR size_year IS NOT NULL)
);
COMMENT ON COLUMN enterprise.code_reason IS 'why a code of the first years is accepted although its check character is wrong';
COMMENT ON COLUMN enterprise.size_class IS 'of the newest year with figures; an officer''s where the standard has none';
CREATE INDEX enterprise_by_initials ON enterprise (city_id, initials, id);
CREATE INDEX enterprise_by_size ON enterprise (city_id, size_class, initials, id)
  INCLUDE (status, kind, above_scale, above_limit);
CREATE INDEX enterprise_by_industry ON enterprise (city_id, industry_code, initials, id) INCLUDE (size_class);
CREATE INDEX enterprise_by_district ON enterprise (city_id, district_id, initials, id) INCLUDE (size_class);
SELECT protect_city_table('enterprise', 'SELECT, INSERT, UPDATE');

-- Behind row-level security a search within names finds no index; equality does. So each name, and its initials, is also kept in
-- pieces of two characters, by which a search finds the few rows it then reads.
CREATE TABLE enterprise_piece (
  city_id       smallint NOT NULL REFERENCES city,
  piece         text     COLLATE "C" NOT NULL,
  enterprise_id uuid     NOT NULL,
  PRIMARY KEY (city_id, piece, enterprise_id),
  FOREIGN KEY (city_id, enterprise_id) REFERENCES enterprise (city_id, id)
);
CREATE INDEX enterprise_piece_of ON enterprise_piece (city_id, enterprise_id);
SELECT protect_city_table('enterprise_piece', 'SELECT, INSERT, DELETE');

CREATE FUNCTION keep_enterprise_pieces() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM enterprise_piece WHERE city_id = NEW.city_id AND enterprise_id = NEW.id;
  END IF;
  INSERT INTO enterprise_piece (city_id, piece, enterprise_id)
    SELECT NEW.city_id, substr(NEW.name_zh, n, 2), NEW.id FROM generate_series(1, length(NEW.name_zh) - 1) n
    UNION SELECT NEW.city_id, substr(NEW.initials, n, 2), NEW.id FROM generate_series(1, length(NEW.initials) - 1) n;
  RETURN NULL;
END $$;
CREATE TRIGGER enterprise_pieces AFTER INSERT ON enterprise FOR EACH ROW EXECUTE FUNCTION keep_enterprise_pieces();
CREATE TRIGGER enterprise_pieces_again AFTER UPDATE OF name_zh, initials ON enterprise
  FOR EACH ROW WHEN (OLD.name_zh <> NEW.name_zh OR OLD.initials <> NEW.initials) EXECUTE FUNCTION keep_enterprise_pieces();

-- What the registration authority did, by its own date; docs/machines/enterprise.csv is the machine.
CREATE TABLE enterprise_step (
  city_id       smallint    NOT NULL REFERENCES city,
  id            uuid        NOT NULL,
  version       integer     NOT NULL,
  enterprise_id uuid        NOT NULL,
  number        integer     NOT NULL CHECK (number > 0),
  action        text        NOT NULL,
  from_status   text        NOT NULL,
  to_status     text        NOT NULL,
  since         date        NOT NULL,
  reason        text        NOT NULL CHECK (length(reason) BETWEEN 6 AND 500),
  person_id     uuid,
  at            timestamptz NOT NULL,
  written_in    xid8        NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, enterprise_id, number),
  FOREIGN KEY (city_id, enterprise_id) REFERENCES enterprise (city_id, id)
);
SELECT protect_city_table('enterprise_step', 'SELECT, INSERT');

CREATE TRIGGER begins_unmoved BEFORE INSERT ON enterprise FOR EACH ROW EXECUTE FUNCTION begins_unmoved('ACTIVE');
CREATE CONSTRAINT TRIGGER moves_are_written AFTER UPDATE ON enterprise DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.moves <> NEW.moves)
  EXECUTE FUNCTION moves_are_written('enterprise_step', 'enterprise_id');
