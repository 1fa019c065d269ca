package org.mentoringroadmap.questionnaire;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sheets to print for a campaign without names: they name nobody, so whoever works in the school may print what a row of its
 * roadmap asks.
 */
@Service
@Transactional(readOnly = true)
public class BlankSheets {
    /** How each block that asks people says what it asks; the value of a block that has no choice stands for itself. */
    private static final Map<String, String> ASKING =
            Map.of("questionnaire-campaign", BlockVariables.QUESTIONNAIRE.name(), "monitoring-cycle", "monitoringKind");

    /** Blocks that always ask the same. */
    private static final Map<String, CampaignKind> ALWAYS =
            Map.of("candidate-interview", CampaignKind.INTERVIEW, "control-points", CampaignKind.INTERIM);

    /**
     * A sheet.
     *
     * @param people how many the row means, consented or not; 0 where nobody knows, or the acting account may not
     */
    public record Sheet(Questionnaire questionnaire, long people) {}

    /**
     * What can be printed.
     *
     * @param row who asks; null beside the roadmap
     * @param sheets empty where the school has a questionnaire that the application does not know
     */
    public record Print(Programme programme, RoadmapActivity row, List<Sheet> sheets) {}

    private final Programmes programmes;
    private final Editions editions;
    private final ActivityKeys keys;
    private final QuestionnaireEditions questionnaires;
    private final Campaigns campaigns;
    private final QuestionnaireAccess access;

    BlankSheets(
            Programmes programmes,
            Editions editions,
            ActivityKeys keys,
            QuestionnaireEditions questionnaires,
            Campaigns campaigns,
            QuestionnaireAccess access) {
        this.programmes = programmes;
        this.editions = editions;
        this.keys = keys;
        this.questionnaires = questionnaires;
        this.campaigns = campaigns;
        this.access = access;
    }

    /**
     * What a row asks, as the questionnaires are worded now.
     *
     * @param item number or key of the row
     * @throws NotFoundException {@code programme.unknown}; {@code activity.unknown} for a row that the programme's edition does
     *     not have; {@code questionnaire.unknown} for one that asks nobody
     */
    public Print ofRow(Long programmeId, String item) {
        Programme programme = programmes.visible(programmeId);
        RoadmapActivity row = row(programme, item).orElseThrow(() -> new NotFoundException("activity.unknown"));
        String asked = asked(row).orElseThrow(() -> new NotFoundException("questionnaire.unknown"));
        Map<String, Long> people =
                access.mayCount(programme.schoolId()) ? campaigns.meant(programmeId, asked) : Map.of();
        return new Print(programme, row, sheets(worded(programme, asked), people));
    }

    /**
     * What a campaign asks, by the edition with which it began.
     *
     * @throws NotFoundException {@code questionnaire.campaign-unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public Print ofCampaign(Long programmeId, Long campaignId) {
        Programme programme = access.toRead(programmeId);
        Campaign campaign = campaigns.get(programmeId, campaignId);
        List<Questionnaire> asked = campaigns.questionnaires(programmeId, campaignId);
        Map<String, Long> people =
                access.mayCount(programme.schoolId()) ? campaigns.meant(programmeId, campaignId) : Map.of();
        return new Print(
                programme,
                campaign.activityKey() == null
                        ? null
                        : row(programme, campaign.activityKey()).orElse(null),
                sheets(asked.isEmpty() ? worded(programme, campaign.kind()) : asked, people));
    }

    /** What a row asks people, {@link CampaignKind#id} or a questionnaire of the school's own; empty for one that asks nobody. */
    private static Optional<String> asked(RoadmapActivity row) {
        String block = String.valueOf(row.calledElement());
        return Optional.ofNullable(ALWAYS.get(block))
                .map(CampaignKind::id)
                .or(() -> Optional.ofNullable(ASKING.get(block)).map(row.constants()::get));
    }

    private Optional<RoadmapActivity> row(Programme programme, String item) {
        String key = keys.key(programme.id(), item);
        return editions.roadmapIfAny(programme).stream()
                .flatMap(Roadmap::activities)
                .filter(activity -> activity.key().equals(key))
                .findFirst();
    }

    private List<Questionnaire> worded(Programme programme, String asked) {
        return CampaignKind.find(asked)
                .map(kind -> kind.questionnaires(young(programme)))
                .orElse(List.of(asked))
                .stream()
                .flatMap(key -> questionnaires.newest(key).stream())
                .toList();
    }

    /** Whether the young take part, others, or both. */
    private Set<Boolean> young(Programme programme) {
        Optional<Roadmap> roadmap = editions.roadmapIfAny(programme);
        Set<Boolean> young = new HashSet<>(Set.of(true, false));
        roadmap.filter(Roadmap::isOfTeachers).ifPresent(found -> young.remove(true));
        roadmap.filter(Roadmap::isOfPupils).ifPresent(found -> young.remove(false));
        return young;
    }

    private static List<Sheet> sheets(List<Questionnaire> asked, Map<String, Long> people) {
        return asked.stream()
                .map(one -> new Sheet(one, people.getOrDefault(one.key(), 0L)))
                .toList();
    }
}
