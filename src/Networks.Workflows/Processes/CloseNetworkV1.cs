using Networks.Data.Work;
using Networks.Workflows.Changes;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Registration;
using static Networks.Workflows.Engine.Parties;

namespace Networks.Workflows.Processes;

/// <summary>
/// A network ends: all agree or a cause of law or contract has come about, the deed or statement is brought in, the common
/// fund is shared out, every firm that is left is deleted at its chamber, and a person confirms the last day.
/// </summary>
/// <remarks>
/// Law: D.L. 5/2009 art. 3 co. 4-quater; ministry opinion 23320 of 28/1/2020 (S11); early end by all of them (S06).
/// </remarks>
public sealed class CloseNetworkV1 : ProcessDefinition
{
    public override string Name => ChangeProcesses.Closing;

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
                Task(ChangeSteps.RecordDocument).For(OwnerDesk).Due(WorkingDays(20)),
                Choice("has-fund", ClosingSteps.HasFund,
                    Task(ClosingSteps.SettleFund).For(OwnerDesk).Due(WorkingDays(20))),
                Automatic("plan-last-acts", ClosingSteps.PlanLastActs),
                Automatic("plan-filings", VotingSteps.PlanFilings),
                ForEach("to-settle", ClosingSteps.ToSettle,
                    Choice("is-a-line", ClosingSteps.IsALine,
                        Task(ChangeSteps.SettleLine).For(OwnerDesk).Due(ChangeSteps.LineDay),
                        RepeatUntil("entered", RegistrationSteps.Entered,
                            Task(RegistrationSteps.SendFiling).For(DeskOfEach).Due(WorkingDays(5))
                                .Remind(after: 5, every: 5, atMost: 3, RegistrationSteps.RemindOfSending),
                            Task(RegistrationSteps.RecordOutcome).For(WaitingFor(WaitsFor.Chamber, DeskOfEach)).Due(WorkingDays(10))
                                .Remind(after: 10, every: 5, atMost: 6, RegistrationSteps.RemindOfSilence)))),
                Task(ClosingSteps.ConfirmEnd).For(OwnerDesk).Due(WorkingDays(2)),
                Automatic("complete-change", ChangeSteps.Complete)),
            Automatic("not-agreed", VotingSteps.GiveUp)));
}
