using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.FollowUp;
using Networks.Workflows.Incubation;
using static Networks.Workflows.Engine.Parties;

namespace Networks.Workflows.Processes;

/// <summary>
/// Keeps a network alive after effect, beside the case's own path, which looks after the duties of law and contract. Every
/// quarter each firm is asked five questions; who stays silent is called, and a bad answer is somebody's work. Milestones
/// of the common programme and contributions that are called for are tasks from the day on which they are planned.
/// </summary>
public sealed class IncubateV1 : ProcessDefinition
{
    public const string ProcessName = "incubate";

    public override string Name => ProcessName;

    public override int Version => 1;

    protected override ProcessStep Define() => (ProcessStep)Process(
            Automatic("note-contributions", IncubationSteps.NoteContributions),
            RepeatUntil("network-ended", FollowUpSteps.NetworkEnded,
                Wait("next-pulse", IncubationSteps.NextPulseDay),
                Task(IncubationSteps.SendPulse).For(OwnerDesk).Due(WorkingDays(5)),
                ForEach("asked-firms", IncubationSteps.AskedFirms,
                    Task(IncubationSteps.AnswerPulse).For(ParticipantFirm).Due(IncubationSteps.PulseLastDay)
                        .Remind(after: 5, every: 5, atMost: 1, IncubationSteps.RemindFirm))
                    .Until(IncubationSteps.PulseLastDay),
                ForEach("silent-firms", IncubationSteps.SilentFirms,
                    Task(IncubationSteps.CallSilentFirm).For(DeskOfEach).Due(WorkingDays(5)))))
        .On(CaseSignals.BadAnswer, Reaction.Open(Task(IncubationSteps.SeeToAnswer).For(DeskOfEach).Due(WorkingDays(3))))
        .On(CaseSignals.MilestonePlanned, Reaction.Open(Task(IncubationSteps.ReachMilestone).For(OwnerDesk).Due(IncubationSteps.MilestoneDay)))
        .On(CaseSignals.ContributionCalled, Reaction.Open(Task(IncubationSteps.CollectContribution).For(IncubationSteps.DeskOfContribution).Due(IncubationSteps.ContributionDay)))
        .On(CaseSignals.FirmLeaves, Reaction.LeaveBranches)
        .On(CaseSignals.Abandoned, Reaction.CancelProcess);
}
