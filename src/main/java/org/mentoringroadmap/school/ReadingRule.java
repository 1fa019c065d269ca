package org.mentoringroadmap.school;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who may read a paper of the own school. Whoever holds several roles reads what any of them may.
 *
 * <ul>
 *   <li>Director, deputy, curator and secretary keep the papers: they read every state of what is not special. What is
 *       special the curator reads.
 *   <li>A role that answers for the activity reads what belongs to it, drafts and remarks included. Teachers, class
 *       teachers and mentors answer for their own children only, so this opens to them nothing that names children.
 *   <li>What is in force and names no child is read by everybody, what names staff not by mentors: they may come from
 *       outside the school.
 *   <li>An administrator looks after the installation and reads nothing that names children.
 *   <li>Everybody reads what they brought themselves, and the consents that they keep.
 * </ul>
 */
public final class ReadingRule {
    private static final Set<Role> KEEPERS = EnumSet.of(Role.DIRECTOR, Role.DEPUTY, Role.CURATOR, Role.SECRETARY);
    private static final Set<Role> FOR_THEIR_OWN = EnumSet.of(Role.CLASS_TEACHER, Role.TEACHER, Role.MENTOR);

    private ReadingRule() {}

    /** Whether this role may read this paper. */
    public static boolean allows(Role role, Paper paper) {
        return paper.own()
                || keeps(role, paper.data())
                || paper.responsible().contains(role) && worksOn(role, paper.data())
                || paper.inForce() && isInformed(role, paper.data());
    }

    /** Whether the role reads papers of this class in every state, whoever answers for them. */
    public static boolean keeps(Role role, DataClass data) {
        return data == DataClass.SPECIAL ? role == Role.CURATOR : KEEPERS.contains(role);
    }

    /** Whether the role, where it answers for an activity, reads the papers of this class that belong to it. */
    public static boolean worksOn(Role role, DataClass data) {
        return role != Role.ADMINISTRATOR && (data.namesNoChild() || !FOR_THEIR_OWN.contains(role));
    }

    /** Whether the role reads every paper of this class that is in force. */
    public static boolean isInformed(Role role, DataClass data) {
        return switch (data) {
            case PUBLIC -> true;
            case STAFF -> role != Role.MENTOR;
            case CHILDREN, SPECIAL -> false;
        };
    }
}
