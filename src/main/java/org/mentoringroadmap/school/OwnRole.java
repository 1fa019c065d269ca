package org.mentoringroadmap.school;

/**
 * A role that an administrator has added to those of the application. It never changes but for its title.
 *
 * @param id what models name as responsible, and the group of the engine
 * @param title what people read
 * @param standsOn whose rights it has, no more and no fewer; the tasks of that role are not its own
 */
public record OwnRole(String id, String title, Role standsOn) {}
