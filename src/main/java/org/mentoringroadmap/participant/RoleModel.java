package org.mentoringroadmap.participant;

/** Role models of «ученик – ученик» (methodology of the target model); {@code role-model.<NAME>} is the key of the title. */
public enum RoleModel {
    ACHIEVING_STRUGGLING,
    LEADER_PASSIVE,
    EQUAL_EQUAL,
    ADAPTED_NEWCOMER
}
