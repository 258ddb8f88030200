package fledge.monitoring.web;

/** A fragment of another module on a page of monitoring, with what it reads. */
record AddedPart(String template, Object model) {}
