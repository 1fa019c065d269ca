package org.mentoringroadmap.activity;

/**
 * A step of an activity was taken back by whoever did it: what was recorded in it is withdrawn.
 *
 * @param instanceId process instance of the step
 * @param step id of its task in the model
 */
public record StepTakenBack(String instanceId, String step) {}
