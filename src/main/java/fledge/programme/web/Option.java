package fledge.programme.web;

/** A choice in a form. */
record Option(String value, String label) {}
