package org.mentoringroadmap.search;

/**
 * Something that was found.
 *
 * @param title how lists name it
 * @param detail what tells it from others; empty where the title says enough
 * @param path its page
 */
public record Found(String title, String detail, String path) {}
