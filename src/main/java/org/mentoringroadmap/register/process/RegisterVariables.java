package org.mentoringroadmap.register.process;

import java.util.function.Function;
import org.mentoringroadmap.register.RegisterGroup;
import org.mentoringroadmap.register.RegisterTasks;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.ProcessVariable;

/** Variables of the blocks that work on the registers; constants of the calling stage. */
final class RegisterVariables {
    /** {@code mentee} or {@code mentor}. */
    static final ProcessVariable<String> PARTICIPANT_ROLE = ProcessVariable.text("participantRole");

    /** {@code pupil}, {@code teacher} and the other categories in small letters, or {@code any}. */
    static final ProcessVariable<String> PARTICIPANT_CATEGORY = ProcessVariable.text("participantCategory");

    /** What becomes of those of whom nobody has said it: {@code leave}, {@code finished} or {@code continue}; a field of a form. */
    static final ProcessVariable<String> OTHERS = ProcessVariable.text("others");

    private RegisterVariables() {}

    /** Page of the block's task. */
    static String page(Function<String, Object> variables) {
        return BlockVariables.CONSENT_KIND.find(variables).isPresent()
                ? RegisterTasks.CONSENTS
                : RegisterTasks.REGISTER;
    }

    /** The group that a block is about. */
    static RegisterGroup group(Function<String, Object> variables) {
        return BlockVariables.CONSENT_KIND
                .find(variables)
                .map(RegisterGroup::ofConsents)
                .orElseGet(() -> RegisterGroup.ofRegister(
                        PARTICIPANT_ROLE.from(variables), PARTICIPANT_CATEGORY.from(variables)));
    }
}
