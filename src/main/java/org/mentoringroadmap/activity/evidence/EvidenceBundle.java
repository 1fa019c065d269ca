package org.mentoringroadmap.activity.evidence;

import java.util.List;

/**
 * Evidence that is added at once.
 *
 * @param files files and photos; may be empty
 * @param link address of a page of the web; blank where none is given
 * @param note a note; blank where none is given
 */
public record EvidenceBundle(List<Upload> files, String link, String note) {}
