-- Every enterprise begins active. The condition stands in the trigger now, so that of a batch that is right no row calls the function,
-- which took a seventh of the time of its insert.
CREATE OR REPLACE TRIGGER begins_unmoved BEFORE INSERT ON enterprise FOR EACH ROW
  WHEN (NEW.status <> 'ACTIVE' OR NEW.moves <> 0)
  EXECUTE FUNCTION begins_unmoved('ACTIVE');
