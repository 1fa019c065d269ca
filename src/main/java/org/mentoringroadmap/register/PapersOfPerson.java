package org.mentoringroadmap.register;

import java.time.LocalDate;
import java.util.List;
import org.mentoringroadmap.person.ErasedNames;

/** Documents that name a person; implemented by the feature that keeps documents. */
public interface PapersOfPerson {
    /**
     * A document.
     *
     * @param status key of its title in the bundle
     * @param number of the journal; null before it has one
     * @param signedOn null before
     */
    record Paper(String title, String status, String number, LocalDate signedOn) {}

    /** Those of a school whose Word files name the person, whatever version; scans are pictures and cannot be read. */
    List<Paper> naming(String schoolId, ErasedNames names);
}
