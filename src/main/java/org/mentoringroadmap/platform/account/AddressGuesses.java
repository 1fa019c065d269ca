package org.mentoringroadmap.platform.account;

import java.util.function.BooleanSupplier;
import org.mentoringroadmap.questionnaire.Guesses;
import org.springframework.stereotype.Component;

/** Counts guesses of links and codes as wrong passwords of an address are counted, each kind for itself. */
@Component
class AddressGuesses implements Guesses {
    private final SignInLimits limits;

    AddressGuesses(SignInLimits limits) {
        this.limits = limits;
    }

    @Override
    public Answer attempt(String what, BooleanSupplier right) {
        return switch (limits.guess(what, ClientAddress.current(), right)) {
            case RIGHT -> Answer.RIGHT;
            case WRONG -> Answer.WRONG;
            case CLOSED -> Answer.TOO_FAST;
        };
    }
}
