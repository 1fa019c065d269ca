package org.mentoringroadmap.person;

/**
 * A person is anonymised. Published inside the transaction, so that whoever keeps more about the person takes it away
 * together with it or not at all.
 */
public record PersonAnonymised(Long personId) {}
