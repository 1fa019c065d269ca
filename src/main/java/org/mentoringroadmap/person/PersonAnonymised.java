package org.mentoringroadmap.person;

/**
 * A person is anonymised. Published inside the transaction, so that whoever keeps more about the person takes it away
 * together with it or not at all.
 *
 * @param personId key of the person
 * @param schoolId school that knew the person
 * @param names finds the person in what was written before
 */
public record PersonAnonymised(Long personId, String schoolId, ErasedNames names) {}
