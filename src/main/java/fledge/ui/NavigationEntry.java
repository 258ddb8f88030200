package fledge.ui;

import fledge.access.Right;

/** A line of the left navigation, shown to whoever holds the right; the text is {@code ui.navigation.<key>}. */
public record NavigationEntry(int order, String key, String path, Right right) {}
