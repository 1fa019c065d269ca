package org.mentoringroadmap.overview.web;

import java.io.Serializable;
import java.time.LocalDate;
import org.mentoringroadmap.shared.UserInputException;

/** A term that was not moved, for the page that asked: why, and what had been typed. */
record TermRefusal(String item, UserInputException why, LocalDate due, String reason) implements Serializable {}
