package org.mentoringroadmap.overview;

/**
 * Something that shows the result of an activity.
 *
 * @param kind {@code file}, {@code photo}, {@code link}, {@code note} or {@code document}
 * @param title name of the file, text of the note or address of the link
 * @param url where it can be opened: a path of this application or a web address; null for a note
 */
public record EvidenceLink(String kind, String title, String url) {}
