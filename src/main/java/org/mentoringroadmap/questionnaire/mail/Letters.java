package org.mentoringroadmap.questionnaire.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.questionnaire.Campaign;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.Campaigns.Asked;
import org.mentoringroadmap.questionnaire.Questionnaire;
import org.mentoringroadmap.questionnaire.QuestionnaireAccess;
import org.mentoringroadmap.questionnaire.QuestionnaireProperties;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.FollowUps;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters to those who are asked and have not answered, each with a personal link. They are asked for here and written and
 * sent by {@link LetterRound}, one after the other.
 */
@Service
@Transactional
public class Letters {
    /** Whether letters of a campaign are sent; {@code questionnaire.letters.<NAME>} is the key of why not. */
    public enum Way {
        OPEN,
        /** The settings name no mail server. */
        NO_SERVER,
        /** They do not say from whom letters come. */
        NO_SENDER,
        /** Nobody reaches the application from home. */
        NO_ADDRESS,
        /** Others answer about the people, and their addresses are not known. */
        OTHERS
    }

    /**
     * Letters of a campaign.
     *
     * @param letters by invitation
     * @param first how many have not answered, have an address and got no letter yet
     * @param again how many got one and have not answered since
     * @param waiting how many letters are still to be sent
     * @param without how many have not answered and have no address
     */
    public record Overview(Way way, Map<Long, Letter> letters, int first, int again, int waiting, int without) {}

    private final LetterStore store;
    private final PostOffice post;
    private final Campaigns campaigns;
    private final QuestionnaireAccess access;
    private final QuestionnaireProperties settings;
    private final FollowUps followUps;
    private final AuditTrail trail;

    Letters(
            LetterStore store,
            PostOffice post,
            Campaigns campaigns,
            QuestionnaireAccess access,
            QuestionnaireProperties settings,
            FollowUps followUps,
            AuditTrail trail) {
        this.store = store;
        this.post = post;
        this.campaigns = campaigns;
        this.access = access;
        this.settings = settings;
        this.followUps = followUps;
        this.trail = trail;
    }

    /** What can be sent in a campaign and what was. */
    @Transactional(readOnly = true)
    public Overview of(Long programmeId, Long campaignId) {
        Campaign campaign = campaigns.get(programmeId, campaignId);
        Set<String> byThemselves = byThemselves(programmeId, campaignId);
        List<Asked> missing = missing(programmeId, campaignId).stream()
                .filter(one -> byThemselves.contains(one.invitation().questionnaire()))
                .toList();
        Map<Long, Letter> letters =
                store.of(missing.stream().map(one -> one.invitation().id()).toList());
        Way way = way(campaign, byThemselves);
        return new Overview(
                way,
                letters,
                ready(missing, letters, false).size(),
                ready(missing, letters, true).size(),
                (int) letters.values().stream().filter(Letter::isWaiting).count(),
                (int) missing.stream()
                        .filter(one -> one.mayAnswer() && !hasAddress(one))
                        .count());
    }

    private Way way(Campaign campaign, Set<String> byThemselves) {
        if (campaign.respondent() != null || byThemselves.isEmpty()) {
            return Way.OTHERS;
        }
        if (!post.hasServer()) {
            return Way.NO_SERVER;
        }
        if (post.sender().isEmpty()) {
            return Way.NO_SENDER;
        }
        return settings.isReachable() ? Way.OPEN : Way.NO_ADDRESS;
    }

    private Set<String> byThemselves(Long programmeId, Long campaignId) {
        return campaigns.questionnaires(programmeId, campaignId).stream()
                .filter(one -> !one.byOthers())
                .map(Questionnaire::key)
                .collect(Collectors.toSet());
    }

    private List<Asked> missing(Long programmeId, Long campaignId) {
        return campaigns.asked(programmeId, campaignId).stream()
                .filter(one -> !one.invitation().isAnswered())
                .toList();
    }

    /** Those with an address who have got a letter, or who have not; nobody whose letter waits. */
    private static List<Long> ready(List<Asked> missing, Map<Long, Letter> letters, boolean again) {
        List<Long> ready = new ArrayList<>();
        for (Asked one : missing) {
            Letter letter = letters.get(one.invitation().id());
            boolean waits = letter != null && letter.isWaiting();
            boolean sent = letter != null && letter.isSent();
            if (one.mayAnswer() && hasAddress(one) && !waits && sent == again) {
                ready.add(one.invitation().id());
            }
        }
        return ready;
    }

    private static boolean hasAddress(Asked one) {
        return one.participant().person().details().email() != null;
    }

    /**
     * Has letters sent to those who have not answered and have an address.
     *
     * @param again whether those get one more who have got a letter; otherwise those who have not
     * @return how many letters are on their way
     * @throws NotFoundException {@code questionnaire.campaign-unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code questionnaire.programme-completed}, {@code questionnaire.closed}; {@code
     *     questionnaire.letters.<WAY>} where letters are not sent
     */
    public int send(Long programmeId, Long campaignId, boolean again) {
        access.toAsk(programmeId);
        Campaign campaign = campaigns.get(programmeId, campaignId);
        if (!campaign.isOpen()) {
            throw new ConflictException("questionnaire.closed");
        }
        Set<String> byThemselves = byThemselves(programmeId, campaignId);
        Way way = way(campaign, byThemselves);
        if (way != Way.OPEN) {
            throw new ConflictException("questionnaire.letters." + way);
        }
        List<Asked> missing = missing(programmeId, campaignId).stream()
                .filter(one -> byThemselves.contains(one.invitation().questionnaire()))
                .toList();
        List<Long> ready = ready(
                missing,
                store.of(missing.stream().map(one -> one.invitation().id()).toList()),
                again);
        if (!ready.isEmpty()) {
            ready.forEach(id -> store.ask(id, access.login(), access.now()));
            followUps.request(LetterRound.KIND, programmeId);
            if (again) {
                campaigns.remind(programmeId, campaignId);
            }
            trail.record(AuditEvent.of(AuditAct.LINKS_MAILED, programmeId)
                    .fact("questionnaire", campaign.kind())
                    .count(ready.size()));
        }
        return ready.size();
    }
}
