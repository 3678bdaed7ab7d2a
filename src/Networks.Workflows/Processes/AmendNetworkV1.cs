using Networks.Data.Work;
using Networks.Workflows.Changes;
using Networks.Workflows.Changes.AmendNetwork;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Registration;
using static Networks.Workflows.Engine.Parties;

namespace Networks.Workflows.Processes;

/// <summary>
/// The contract of a network in effect changes: the participants decide by its own rule, the amending deed is brought in,
/// one enterprise files for all and the other offices annotate. Another impresa di riferimento alone needs neither vote nor
/// deed. It never moves the day of effect.
/// </summary>
/// <remarks>Law: D.L. 5/2009 art. 3 co. 4-quater (S02); impresa di riferimento: S01.</remarks>
public sealed class AmendNetworkV1 : ProcessDefinition
{
    public override string Name => ChangeProcesses.Amendment;

    public override int Version => 1;

    protected override ProcessStep Define() => Process(
        Choice("participants-decide", VotingSteps.ParticipantsDecide,
            Sequence(
                Automatic("ask-participants", VotingSteps.AskParticipants),
                ForEach("voters", VotingSteps.Voters,
                    Task(ChangeSteps.VoteOnChange).For(VotingSteps.VoterOfEach).Due(VotingSteps.VoteLastDay))
                    .At(VotingSteps.VoteLastDay, Task(ChangeSteps.ChaseVotes).For(OwnerDesk).Due(WorkingDays(3))),
                Automatic("count-votes", VotingSteps.CountVotes))),
        Choice("agreed", VotingSteps.Agreed,
            Sequence(
                Choice("needs-deed", AmendmentSteps.NeedsDeed,
                    Task(ChangeSteps.RecordDocument).For(OwnerDesk).Due(WorkingDays(20))),
                Automatic("plan-filings", VotingSteps.PlanFilings),
                ForEach("filings", ChangeSteps.Filings,
                    RepeatUntil("entered", RegistrationSteps.Entered,
                        Task(RegistrationSteps.SendFiling).For(DeskOfEach).Due(WorkingDays(5))
                            .Remind(after: 5, every: 5, atMost: 3, RegistrationSteps.RemindOfSending),
                        Task(RegistrationSteps.RecordOutcome).For(WaitingFor(WaitsFor.Chamber, DeskOfEach)).Due(WorkingDays(10))
                            .Remind(after: 10, every: 5, atMost: 6, RegistrationSteps.RemindOfSilence))),
                Automatic("apply-amendment", AmendmentSteps.Apply),
                Automatic("complete-change", ChangeSteps.Complete)),
            Automatic("not-agreed", VotingSteps.GiveUp)));
}
