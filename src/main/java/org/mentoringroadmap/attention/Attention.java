package org.mentoringroadmap.attention;

/**
 * Something of a running year that waits for somebody although it is no task, such as consents that are missing.
 *
 * @param code key of the words that tell it, with the number as {0} and the detail as {1}
 * @param number how many wait, above 0
 * @param detail which ones, in short words; empty where the number says enough
 * @param path page on which they are seen to
 */
public record Attention(String code, long number, String detail, String path) {}
