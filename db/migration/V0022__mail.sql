-- Mail (邮件提醒): where somebody wants it, what is to be told, and the letters that tell it. A figure is in none of them.

CREATE TABLE mailbox (
  city_id      smallint    NOT NULL REFERENCES city,
  id           uuid        NOT NULL,
  version      integer     NOT NULL,
  account_id   uuid        NOT NULL,
  address      text        CHECK (length(address) <= 254 AND address ~ '^[!-~]+@[!-~]+$'),
  wish         text        NOT NULL CHECK (wish IN ('OFF', 'AT_ONCE', 'DAILY')),
  language     text        NOT NULL CHECK (language IN ('ZH', 'EN')),
  confirmed_at timestamptz,
  code         text        CHECK (code ~ '^[A-Z2-9]{8}$'),
  code_made_at timestamptz,
  PRIMARY KEY (city_id, id),
  UNIQUE (city_id, account_id),
  FOREIGN KEY (city_id, account_id) REFERENCES account (city_id, id),
  CHECK (address IS NOT NULL OR wish = 'OFF'),
  CHECK (address IS NOT NULL OR confirmed_at IS NULL AND code IS NULL),
  CHECK (code IS NULL OR confirmed_at IS NULL),
  CHECK ((code IS NULL) = (code_made_at IS NULL))
);
COMMENT ON COLUMN mailbox.code IS 'sent to an address that is not confirmed yet; worth nothing without the account';
SELECT protect_city_table('mailbox', 'SELECT, INSERT, UPDATE');

-- One mail to one person, from its making to its arrival at the mail server.
CREATE TABLE mail_letter (
  city_id     smallint    NOT NULL REFERENCES city,
  id          uuid        NOT NULL,
  version     integer     NOT NULL,
  account_id  uuid        NOT NULL,
  purpose     text        NOT NULL CHECK (purpose IN ('NEWS', 'CODE')),
  status      text        NOT NULL CHECK (status IN ('WAITING', 'SENT', 'FAILED', 'NO_SERVER', 'DROPPED')),
  made_at     timestamptz NOT NULL,
  attempts    integer     NOT NULL CHECK (attempts >= 0),
  next_try_at timestamptz,
  reason      text        CHECK (reason IN ('UNREACHABLE', 'SIGN_IN_REFUSED', 'ADDRESS_REFUSED', 'REFUSED', 'ACCOUNT_CLOSED',
                'SWITCHED_OFF', 'NOTHING_WAITS')),
  reply       text        NOT NULL CHECK (length(reply) <= 300),
  sent_at     timestamptz,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, account_id) REFERENCES account (city_id, id),
  CHECK ((status = 'WAITING') = (next_try_at IS NOT NULL)),
  CHECK ((status = 'SENT') = (sent_at IS NOT NULL)),
  CHECK (status NOT IN ('FAILED', 'DROPPED') OR reason IS NOT NULL)
);
COMMENT ON COLUMN mail_letter.next_try_at IS 'while it is being sent: when it counts as broken off';
CREATE INDEX mail_letter_waiting ON mail_letter (city_id, next_try_at) WHERE status = 'WAITING';
CREATE INDEX mail_letter_by_status ON mail_letter (city_id, status, id);
CREATE INDEX mail_letter_by_account ON mail_letter (city_id, account_id, made_at);
SELECT protect_city_table('mail_letter', 'SELECT, INSERT, UPDATE');

-- What was sent is not sent again, whoever asks.
CREATE FUNCTION refuse_letter_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a letter that was sent or dropped stays so' USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_ends_once';
END $$;
CREATE TRIGGER mail_letter_ends_once BEFORE UPDATE ON mail_letter
  FOR EACH ROW WHEN (OLD.status IN ('SENT', 'DROPPED')) EXECUTE FUNCTION refuse_letter_again();

-- The outbox: written in the transaction of its cause, gathered into a letter when it is ripe.
CREATE TABLE mail_notice (
  city_id     smallint    NOT NULL REFERENCES city,
  id          uuid        NOT NULL,
  version     integer     NOT NULL,
  account_id  uuid        NOT NULL,
  kind        text        NOT NULL CHECK (kind IN ('TURN', 'REMINDED')),
  path        text        NOT NULL CHECK (path ~ '^/[a-z]' AND length(path) <= 200),
  form_zh     text,
  form_en     text,
  caused_at   timestamptz NOT NULL,
  ripe_at     timestamptz NOT NULL,
  letter_id   uuid,
  left_out_at timestamptz,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, account_id) REFERENCES account (city_id, id),
  FOREIGN KEY (city_id, letter_id) REFERENCES mail_letter (city_id, id),
  CHECK (ripe_at >= caused_at),
  CHECK ((form_zh IS NULL) = (form_en IS NULL)),
  CHECK (letter_id IS NULL OR left_out_at IS NULL)
);
COMMENT ON COLUMN mail_notice.left_out_at IS 'when it was ripe nothing waited any more, or no mail was wanted';
CREATE INDEX mail_notice_open ON mail_notice (city_id, ripe_at) WHERE letter_id IS NULL AND left_out_at IS NULL;
CREATE INDEX mail_notice_of_account ON mail_notice (city_id, account_id) WHERE letter_id IS NULL AND left_out_at IS NULL;
CREATE INDEX mail_notice_of_letter ON mail_notice (city_id, letter_id);
SELECT protect_city_table('mail_notice', 'SELECT, INSERT, UPDATE');
