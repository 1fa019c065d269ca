package org.mentoringroadmap.activity.evidence;

import org.mentoringroadmap.shared.UserInputException;

/** Looks into a file before it is kept as evidence. */
@FunctionalInterface
public interface EvidenceCheck {
    /**
     * @param name its harmless name, whose extension agrees with the content
     * @throws UserInputException when the file would run or fetch something once it is opened, or unpacks to too much
     */
    void check(String name, byte[] content);
}
