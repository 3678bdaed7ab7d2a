using Networks.Data.Cases;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.FollowUp;
using Networks.Workflows.Incubation;
using Networks.Workflows.Intake;
using Networks.Workflows.Mail;
using static Networks.Workflows.Engine.Parties;

namespace Networks.Workflows.Processes;

/// <summary>
/// The path of a network that existed before the desk took it in: its data are looked at against the register first, then
/// its duties are followed from that day on. Nothing of what was before is asked for again.
/// </summary>
public sealed class StrengthenNetworkV1 : ProcessDefinition
{
    public override string Name => "strengthen-network";

    public override int Version => 1;

    protected override ProcessStep Define() => (ProcessStep)Process(
            Phase("health-check", CasePhase.Intake,
                ForEach("firms-of-other-desks", IntakeSteps.FirmsToConfirm,
                    Task(IntakeSteps.ConfirmFirm).For(DeskOfEach).Due(WorkingDays(5))),
                Task(IncubationSteps.CheckHealth).For(OwnerDesk).Due(WorkingDays(10))),
            Phase("follow-up", CasePhase.FollowUp,
                Automatic("plan-duties-from-now", FollowUpSteps.PlanDutiesFromNow),
                RepeatUntil("network-ended", FollowUpSteps.NetworkEnded,
                    ForEach("duties", FollowUpSteps.OpenDuties,
                        Task(FollowUpSteps.FulfilDuty).For(OwnerDesk).Due(FollowUpSteps.DutyDay))
                        .On(CaseSignals.DutyPlanned, Reaction.AddBranch),
                    Wait("next-duties", FollowUpSteps.NextDutiesDay),
                    Automatic("plan-next-duties", FollowUpSteps.PlanNextDuties))))
        .On(CaseSignals.MailFailed, Reaction.Open(Task(MailSteps.MendMail).For(DeskOfEach).Due(WorkingDays(1))))
        .On(CaseSignals.FirmLeaves, Reaction.LeaveBranches)
        .On(CaseSignals.Abandoned, Reaction.CancelProcess);
}
