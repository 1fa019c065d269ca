package org.mentoringroadmap.school;

/** Roles of one's own as groups of the engine; kept by its identity service. */
public interface RoleGroups {
    /** Makes the group, with the rights that the engine gives to the role it stands on. */
    void open(OwnRole role);

    /** Whether no group has this id yet. */
    boolean isFree(String id);

    /** Takes the group and its rights away. */
    void close(String id);

    /** Whether a deployed model names the role, or an open task waits for it. */
    boolean isUsed(String id);
}
