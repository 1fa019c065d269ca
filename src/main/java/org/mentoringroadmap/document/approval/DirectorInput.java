package org.mentoringroadmap.document.approval;

/**
 * What the director enters about a document.
 *
 * @param decision {@code approve} or {@code return}
 * @param comment why it is given back; may be null
 * @param despiteBlanks whether it is to be approved though places of its file are blank
 * @param version number of the version that was read; null where nobody says, which is refused
 */
public record DirectorInput(String decision, String comment, boolean despiteBlanks, Integer version) {}
