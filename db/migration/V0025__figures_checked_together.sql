-- The figures of an acceptance are held against what was signed all at once, so that the signed text is taken apart once and not
-- for each of them. The rules are those of V0020 and V0024.

DROP TRIGGER figures_were_signed ON figure;
DROP TRIGGER standings_were_signed ON figure;
DROP FUNCTION figures_were_signed();
DROP FUNCTION standings_were_signed();

-- A figure that counts is one that its unit signed, in the version it names; it is as firm as it was signed, and of the definition it
-- was signed under. A version that was signed before there were standings says nothing of either.
CREATE FUNCTION figures_were_signed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong record;
BEGIN
  WITH signed AS MATERIALIZED (
    SELECT v.city_id, v.id AS version_id, r.unit_id, o.programme_id, o.period, split_part(line, E'\t', 2) AS code,
      split_part(line, E'\t', 3) AS item, string_to_array(line, E'\t') AS cell
    FROM (SELECT DISTINCT city_id, version_id FROM added) a
    JOIN return_version v ON v.city_id = a.city_id AND v.id = a.version_id
    JOIN quarterly_return r ON r.city_id = v.city_id AND r.id = v.return_id
    JOIN round o ON o.city_id = r.city_id AND o.id = r.round_id
    CROSS JOIN string_to_table(v.content, E'\n') AS line
    WHERE starts_with(line, E'cell\t')
  )
  SELECT a.standing, a.definition_no, s.cell,
    cardinality(s.cell) >= 9 AND (s.cell[8], s.cell[9]) IS DISTINCT FROM (a.standing, coalesce(a.final_expected::text, ''))
      AS otherwise_firm
  INTO wrong
  FROM added a
  JOIN indicator i ON i.city_id = a.city_id AND i.id = a.indicator_id
  LEFT JOIN signed s ON s.city_id = a.city_id AND s.version_id = a.version_id AND s.unit_id = a.unit_id
    AND s.programme_id = a.programme_id AND s.period = a.period AND s.code = i.code AND s.item = a.item
    AND s.cell[4] = coalesce(a.value::text, '') AND s.cell[5] = signed_field(coalesce(a.wording, ''))
  WHERE s.cell IS NULL
    OR cardinality(s.cell) >= 9
      AND (s.cell[7], s.cell[8], s.cell[9])
        IS DISTINCT FROM (a.definition_no::text, a.standing, coalesce(a.final_expected::text, ''))
  LIMIT 1;
  IF NOT FOUND THEN
    RETURN NULL;
  ELSIF wrong.cell IS NULL THEN
    RAISE EXCEPTION 'nobody signed this figure' USING ERRCODE = 'check_violation', CONSTRAINT = 'figures_were_signed';
  ELSIF wrong.otherwise_firm THEN
    RAISE EXCEPTION 'nobody signed this figure as %', wrong.standing
      USING ERRCODE = 'check_violation', CONSTRAINT = 'standings_were_signed';
  ELSE
    RAISE EXCEPTION 'nobody signed this figure under definition %', wrong.definition_no
      USING ERRCODE = 'check_violation', CONSTRAINT = 'definitions_were_signed';
  END IF;
END $$;
CREATE TRIGGER figures_were_signed AFTER INSERT ON figure REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION figures_were_signed();

-- One reference says what three said, and more: the indicator is of that programme, and both of that city. Each costs as much as the
-- row itself when forty figures are accepted at once.
ALTER TABLE indicator ADD UNIQUE (city_id, programme_id, id);
ALTER TABLE indicator_definition
  DROP CONSTRAINT indicator_definition_city_id_programme_id_fkey,
  DROP CONSTRAINT indicator_definition_city_id_indicator_id_fkey,
  ADD FOREIGN KEY (city_id, programme_id, indicator_id) REFERENCES indicator (city_id, programme_id, id),
  ADD UNIQUE (city_id, programme_id, indicator_id, number);
-- Whose figure it is, the version says, and figures_were_signed holds it against that.
ALTER TABLE figure
  DROP CONSTRAINT figure_city_id_fkey,
  DROP CONSTRAINT figure_city_id_programme_id_fkey,
  DROP CONSTRAINT figure_city_id_indicator_id_fkey,
  DROP CONSTRAINT figure_city_id_unit_id_fkey,
  DROP CONSTRAINT figure_city_id_indicator_id_definition_no_fkey,
  ADD FOREIGN KEY (city_id, programme_id, indicator_id, definition_no)
    REFERENCES indicator_definition (city_id, programme_id, indicator_id, number);
ALTER TABLE figure_delta
  DROP CONSTRAINT figure_delta_city_id_fkey,
  DROP CONSTRAINT figure_delta_city_id_programme_id_fkey,
  DROP CONSTRAINT figure_delta_city_id_indicator_id_fkey,
  ADD FOREIGN KEY (city_id, programme_id, indicator_id) REFERENCES indicator (city_id, programme_id, id);
ALTER TABLE frozen_rating
  DROP CONSTRAINT frozen_rating_city_id_fkey,
  DROP CONSTRAINT frozen_rating_city_id_programme_id_fkey,
  DROP CONSTRAINT frozen_rating_city_id_indicator_id_fkey,
  ADD FOREIGN KEY (city_id, programme_id, indicator_id) REFERENCES indicator (city_id, programme_id, id);
