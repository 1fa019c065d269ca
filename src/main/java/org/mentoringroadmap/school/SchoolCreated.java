package org.mentoringroadmap.school;

/** A school was entered; published in its transaction, with its row in the database. */
public record SchoolCreated(String schoolId) {}
