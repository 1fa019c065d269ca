package org.mentoringroadmap.browser;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.Channel;
import org.mentoringroadmap.support.TestSchool;

/** Mentees of the demo who are asked by a questionnaire, one of whom has answered on a sheet and another has a link. */
final class DemoCampaign {
    private DemoCampaign() {}

    /** Asks them; answers the pages, those of whoever answers by link or code among them. */
    static Set<String> make(TestSchool demo, Campaigns campaigns, Answers answers, String programme) {
        Long id = Long.valueOf(programme.replaceAll("\\D", ""));
        return demo.as("curator", List.of("curator"), () -> {
            campaigns.begin(id, "mentees", "000-2.1.1", "campaign-of-tests", null);
            Long campaign = campaigns.list(id).stream()
                    .map(line -> line.campaign().id())
                    .max(Long::compareTo)
                    .orElseThrow();
            List<Campaigns.Asked> pupils = campaigns.asked(id, campaign).stream()
                    .filter(asked -> isPupil(asked.participant()))
                    .toList();
            Campaigns.Asked answered = pupils.get(0);
            answers.enter(
                    id,
                    answered.invitation().id(),
                    0,
                    Channel.PAPER,
                    Map.of("wish", List.of("yes"), "interests", List.of("music")));
            String link = campaigns
                    .invite(
                            id,
                            answered.invitation().questionnaire(),
                            List.of(pupils.get(1).participant().id()),
                            null)
                    .get(0)
                    .token();
            String page = programme + "/campaigns/" + campaign;
            return Set.of(
                    "/q",
                    "/q/sent",
                    "/q/" + link,
                    programme + "/campaigns",
                    page,
                    page + "/offers",
                    programme + "/preferences/answers",
                    page + "/results",
                    page + "/sheets",
                    page + "/blank",
                    page + "/import",
                    page + "/codes",
                    page + "/enter/" + pupils.get(1).invitation().id(),
                    page + "/answers/" + answered.invitation().id());
        });
    }

    private static boolean isPupil(Participant participant) {
        return participant.role() == ParticipantRole.MENTEE && participant.category() == ParticipantCategory.PUPIL;
    }
}
