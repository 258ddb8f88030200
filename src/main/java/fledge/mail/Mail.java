package fledge.mail;

/** A mail as it goes to the server; the id is the same at every attempt, so that a doubled one is recognised as such. */
record Mail(String id, String to, String subject, String text, String html) {}
