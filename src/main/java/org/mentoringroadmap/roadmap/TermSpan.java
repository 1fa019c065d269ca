package org.mentoringroadmap.roadmap;

import java.time.LocalDate;

/** Days of a term, both included; {@code from} is null where the paper names only the end. */
record TermSpan(LocalDate from, LocalDate to) {}
