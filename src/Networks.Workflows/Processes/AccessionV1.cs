using Networks.Data.Work;
using Networks.Workflows.Changes;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Intake;
using Networks.Workflows.Registration;
using static Networks.Workflows.Engine.Parties;

namespace Networks.Workflows.Processes;

/// <summary>
/// A firm joins a network that runs: its own desk says yes, the participants decide where the contract wants it, the
/// accession is signed and entered. It never moves the day of effect (S20).
/// </summary>
public sealed class AccessionV1 : ProcessDefinition
{
    public override string Name => ChangeProcesses.Accession;

    public override int Version => 1;

    protected override ProcessStep Define() => Process(
        ForEach("firm-of-other-desk", VotingSteps.FirmToConfirm,
            Task(IntakeSteps.ConfirmFirm).For(DeskOfEach).Due(WorkingDays(5))),
        Choice("firm-accedes", VotingSteps.FirmAccedes,
            Sequence(
                Choice("participants-decide", VotingSteps.ParticipantsDecide,
                    Sequence(
                        Automatic("ask-participants", VotingSteps.AskParticipants),
                        ForEach("voters", VotingSteps.Voters,
                            Task(ChangeSteps.VoteOnChange).For(VotingSteps.VoterOfEach).Due(VotingSteps.VoteLastDay))
                            .At(VotingSteps.VoteLastDay, Task(ChangeSteps.ChaseVotes).For(OwnerDesk).Due(WorkingDays(3))),
                        Automatic("count-votes", VotingSteps.CountVotes))),
                Choice("agreed", VotingSteps.Agreed,
                    Sequence(
                        Task(ChangeSteps.RecordDocument).For(OwnerDesk).Due(WorkingDays(20)),
                        Automatic("plan-filings", VotingSteps.PlanFilings),
                        ForEach("filings", ChangeSteps.Filings,
                            RepeatUntil("entered", RegistrationSteps.Entered,
                                Task(RegistrationSteps.SendFiling).For(DeskOfEach).Due(WorkingDays(5))
                                    .Remind(after: 5, every: 5, atMost: 3, RegistrationSteps.RemindOfSending),
                                Task(RegistrationSteps.RecordOutcome).For(WaitingFor(WaitsFor.Chamber, DeskOfEach)).Due(WorkingDays(10))
                                    .Remind(after: 10, every: 5, atMost: 6, RegistrationSteps.RemindOfSilence))),
                        Automatic("complete-accession", VotingSteps.CompleteAccession)),
                    Automatic("not-admitted", VotingSteps.GiveUp))),
            Automatic("not-confirmed", VotingSteps.GiveUp)));
}
