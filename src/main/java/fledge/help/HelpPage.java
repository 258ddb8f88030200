package fledge.help;

import java.util.List;

/** A help page: its address, its title, the sentence under it, and what it consists of. */
public record HelpPage(String slug, String title, String lead, List<HelpBlock> blocks) {}
