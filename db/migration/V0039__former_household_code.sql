-- Which household business a company was: it has a credit code of its own, and becomes one company only.
ALTER TABLE growth_event
  ADD former_code text CHECK (former_code ~ '^92[0-9A-Z]{16}$'),
  ADD CONSTRAINT only_a_household_was_another CHECK (former_code IS NULL OR kind = 'HOUSEHOLD_TO_COMPANY');
CREATE UNIQUE INDEX household_becomes_one_company ON growth_event (city_id, former_code)
  WHERE former_code IS NOT NULL AND withdrawn_at IS NULL;
