package org.mentoringroadmap.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;

class CampaignKindTest {
    private static final Set<ParticipantStatus> IN_A_PAIR =
            Set.of(ParticipantStatus.MATCHED, ParticipantStatus.FINISHED, ParticipantStatus.CONTINUES);

    @ParameterizedTest
    @EnumSource(
            value = CampaignKind.class,
            names = {"QUALITY", "SATISFACTION"})
    void howItWasIsNotAskedOfWhoeverHadNoPair(CampaignKind kind) {
        for (ParticipantRole role : ParticipantRole.values()) {
            for (ParticipantStatus status : ParticipantStatus.values()) {
                Participant somebody = mock(Participant.class);
                when(somebody.role()).thenReturn(role);
                when(somebody.category()).thenReturn(ParticipantCategory.TEACHER);
                when(somebody.status()).thenReturn(status);

                assertThat(kind.questionnaire(somebody).isPresent())
                        .as("%s, %s", role, status)
                        .isEqualTo(IN_A_PAIR.contains(status));
            }
        }
    }
}
