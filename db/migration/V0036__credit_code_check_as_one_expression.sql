-- The same sum as before, written out: one expression is computed in place for each of fifty thousand rows, a query is started for each.
CREATE OR REPLACE FUNCTION credit_code_check(code text) RETURNS text IMMUTABLE STRICT LANGUAGE sql AS $$
  SELECT substr('0123456789ABCDEFGHJKLMNPQRTUWXY', (31 - (
      1 * (position(substr(code, 1, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      + 3 * (position(substr(code, 2, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      + 9 * (position(substr(code, 3, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      + 27 * (position(substr(code, 4, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      + 19 * (position(substr(code, 5, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      + 26 * (position(substr(code, 6, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      + 16 * (position(substr(code, 7, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      + 17 * (position(substr(code, 8, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      + 20 * (position(substr(code, 9, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      + 29 * (position(substr(code, 10, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      + 25 * (position(substr(code, 11, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      + 13 * (position(substr(code, 12, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      + 8 * (position(substr(code, 13, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      + 24 * (position(substr(code, 14, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      + 10 * (position(substr(code, 15, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      + 30 * (position(substr(code, 16, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
      + 28 * (position(substr(code, 17, 1) IN '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)) % 31) % 31 + 1, 1)
$$;
