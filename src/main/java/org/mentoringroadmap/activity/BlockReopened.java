package org.mentoringroadmap.activity;

/**
 * A block that had ended goes on in a process instance of its own, because its last step was taken back: what was recorded in
 * it before belongs to that one now.
 *
 * @param from process instance that had ended
 * @param to the one in which the step is asked for anew
 */
public record BlockReopened(String from, String to) {}
