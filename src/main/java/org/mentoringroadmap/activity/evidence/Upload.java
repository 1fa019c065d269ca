package org.mentoringroadmap.activity.evidence;

/**
 * A file as a person sends it; nothing about it is trusted yet.
 *
 * @param name name on the person's device
 * @param content the bytes
 */
public record Upload(String name, byte[] content) {}
