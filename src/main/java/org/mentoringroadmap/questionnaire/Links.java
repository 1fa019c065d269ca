package org.mentoringroadmap.questionnaire;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.shared.Guarded;
import org.springframework.stereotype.Component;

/**
 * The door of the public page: whoever knows the secret of a link, or a code, is let to that one invitation. What is wrong is
 * counted by address. It works outside a transaction, since what is counted stays whatever becomes of the request.
 */
@Component
public class Links {
    private static final String LINK = "questionnaire-link";
    private static final String CODE = "questionnaire-code";

    /** Where a secret leads. */
    public sealed interface Door {
        /**
         * To the questions of an invitation.
         *
         * @param channel by which way somebody comes
         * @param expiresOn last day on which the link leads there
         * @param version of the answers when the link was made
         */
        record To(Long invitationId, Channel channel, LocalDate expiresOn, int version) implements Door {
            /** Whether it was gone through before, at a computer that others use since. */
            boolean isUsed(Invitation invitation) {
                return channel == Channel.CODE && isOlderThanAnswersOf(invitation);
            }

            /**
             * Whether it shows what was answered: the person to whom it was given may have answered since. A link that somebody
             * makes of what is answered already shows nothing to whoever makes it.
             */
            boolean showsAnswersOf(Invitation invitation) {
                return channel == Channel.LINK && isOlderThanAnswersOf(invitation);
            }

            private boolean isOlderThanAnswersOf(Invitation invitation) {
                return invitation.version() > version;
            }
        }

        /** Nowhere: there is no such link, or it has gone with what it led to. */
        record Unknown() implements Door {}

        /** It was not looked at, since there were too many wrong ones. */
        record TooFast() implements Door {}
    }

    private final CampaignStore store;
    private final Guesses guesses;
    private final QuestionnaireAccess access;

    Links(CampaignStore store, Guesses guesses, QuestionnaireAccess access) {
        this.store = store;
        this.guesses = guesses;
        this.access = access;
    }

    /** Tries a secret. */
    @Guarded
    public Door knock(String token) {
        Optional<?>[] found = {Optional.empty()};
        Guesses.Answer answer = guesses.attempt(LINK, () -> {
            found[0] = LinkToken.isToken(token) ? store.link(LinkToken.digest(token)) : Optional.empty();
            return found[0].isPresent();
        });
        return switch (answer) {
            case TOO_FAST -> new Door.TooFast();
            case WRONG -> new Door.Unknown();
            case RIGHT -> {
                CampaignStore.Link link = (CampaignStore.Link) found[0].orElseThrow();
                yield new Door.To(link.invitationId(), link.channel(), link.expiresOn(), link.version());
            }
        };
    }

    /** What came of a code. */
    public record Entered(Guesses.Answer answer, String token) {}

    /**
     * Tries a code; a right one answers the secret of a link that leads to the questions until they are answered, or until the
     * end of the day.
     */
    @Guarded
    public Entered enter(String typed) {
        String code = LinkToken.typedCode(typed);
        Long[] found = new Long[1];
        Guesses.Answer answer = guesses.attempt(CODE, () -> {
            found[0] = code.isEmpty() ? null : store.byCode(code).orElse(null);
            return found[0] != null;
        });
        if (answer != Guesses.Answer.RIGHT) {
            return new Entered(answer, null);
        }
        String token = LinkToken.make();
        store.link(
                List.of(new CampaignStore.NewLink(LinkToken.digest(token), found[0])),
                Channel.CODE,
                access.today(),
                access.now());
        return new Entered(answer, token);
    }
}
