package org.mentoringroadmap.document;

/**
 * A journal was added for one kind of document.
 *
 * @param register id of the journal
 */
public record JournalAdded(String register) {}
