using Networks.Data.Cases;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting;
using Networks.Workflows.Engine;
using Networks.Workflows.FollowUp;
using Networks.Workflows.Intake;
using Networks.Workflows.Mail;
using Networks.Workflows.Registration;
using Networks.Workflows.Signing;
using static Networks.Workflows.Engine.Parties;

namespace Networks.Workflows.Processes;

/// <summary>
/// The first version, with what desks learnt of it the hard way. Chambers suspend filings for what was wrong long before
/// the deed, so a firm whose register entry, PEC or representative is missing is seen to once the firms agree and before
/// the text is frozen. The impresa di riferimento is named before the filings are planned. No law sets a term for filing
/// or entry (domain, S08), so the desk is reminded of a filing that is not sent and of a chamber that is silent. Every
/// January, before the year's duties, the desk looks whether the network still has its two firms (MISE 23320/2020).
/// </summary>
public sealed class FormNetworkV2 : ProcessDefinition
{
    public override string Name => FormNetworkV1.ProcessName;

    public override int Version => 2;

    protected override ProcessStep Define() => (ProcessStep)Process(
            Phase("intake", CasePhase.Intake,
                ForEach("firms-of-other-desks", IntakeSteps.FirmsToConfirm,
                    Task(IntakeSteps.ConfirmFirm).For(DeskOfEach).Due(WorkingDays(5))),
                Task(IntakeSteps.CompleteIntake).For(OwnerDesk).Due(WorkingDays(10))),
            RepeatUntil("deed-made", SigningSteps.DeedMade,
                Phase("drafting", CasePhase.Drafting,
                    RepeatUntil("final-text-agreed", DraftingSteps.FinalTextAgreed,
                        Task(DraftingSteps.PrepareText).For(OwnerDesk).Due(WorkingDays(15)),
                        ForEach(DraftingSteps.Asked, DraftingSteps.AskedFirms,
                            Task(DraftingSteps.DecideOnText).For(ParticipantFirm).Due(DraftingSteps.RoundLastDay)
                                .Remind(after: 5, every: 3, atMost: 3, DraftingSteps.RemindFirm))
                            .JoinWhen(JoinRule.All)
                            .At(DraftingSteps.RoundLastDay, Task(DraftingSteps.DecideOnSilence).For(OwnerDesk).Due(WorkingDays(2)))
                            .On(CaseSignals.Objection, Reaction.Open(Task(DraftingSteps.AnswerObjection).For(OwnerDesk).Due(WorkingDays(3))))
                            .On(CaseSignals.WishToTalk, Reaction.Open(Task(DraftingSteps.CallFirm).For(DeskOfEach).Due(WorkingDays(2))))
                            .On(CaseSignals.AskedAgain, Reaction.AskBranchAgain)
                            .On(CaseSignals.FirmJoins, Reaction.AddBranch.With(DraftingSteps.AskJoiningFirm))
                            .On(CaseSignals.FirmLeaves, Reaction.Supersede.With(DraftingSteps.SupersedeRound))
                            .On(CaseSignals.TextChanged, Reaction.Supersede.With(DraftingSteps.SupersedeRound)),
                        Automatic("close-round", DraftingSteps.CloseRound),
                        Choice("round-agreed", DraftingSteps.RoundAgreed,
                            ForEach("firms-to-check", IntakeSteps.FirmsToCheck,
                                Task(IntakeSteps.CheckFirm).For(DeskOfEach).Due(WorkingDays(5)))
                                .On(CaseSignals.FirmLeaves, Reaction.Supersede.With(DraftingSteps.SupersedeRound))
                                .On(CaseSignals.FirmJoins, Reaction.Supersede.With(DraftingSteps.SupersedeRound))
                                .On(CaseSignals.TextChanged, Reaction.Supersede.With(DraftingSteps.SupersedeRound))))),
                Phase("signing", CasePhase.Signing,
                    Choice("needs-notary", SigningSteps.NeedsNotary,
                        Task(SigningSteps.RecordDeed).For(WaitingFor(WaitsFor.Notary, OwnerDesk)).Due(WorkingDays(20)),
                        ForEach("signatories", SigningSteps.Signatories,
                            Task(SigningSteps.UploadSigned).For(WaitingFor(WaitsFor.Firm, DeskOfEach)).Due(WorkingDays(10)))))
                    .On(CaseSignals.FirmLeaves, Reaction.Supersede.With(DraftingSteps.SupersedeRound))
                    .On(CaseSignals.FirmJoins, Reaction.Supersede.With(DraftingSteps.SupersedeRound))
                    .On(CaseSignals.TextChanged, Reaction.Supersede.With(DraftingSteps.SupersedeRound))),
            Phase("registration", CasePhase.Registration,
                Choice("reference-missing", RegistrationSteps.ReferenceMissing,
                    Task(RegistrationSteps.NameReference).For(OwnerDesk).Due(WorkingDays(2))),
                Automatic("plan-filings", RegistrationSteps.PlanFilings),
                ForEach("filings", RegistrationSteps.FilingsDue,
                    RepeatUntil("entered", RegistrationSteps.Entered,
                        Task(RegistrationSteps.SendFiling).For(DeskOfEach).Due(WorkingDays(5))
                            .Remind(after: 5, every: 5, atMost: 3, RegistrationSteps.RemindOfSending),
                        Task(RegistrationSteps.RecordOutcome).For(WaitingFor(WaitsFor.Chamber, DeskOfEach)).Due(WorkingDays(10))
                            .Remind(after: 10, every: 5, atMost: 6, RegistrationSteps.RemindOfSilence))),
                Task(RegistrationSteps.ConfirmEffect).For(OwnerDesk).Due(WorkingDays(2))),
            Phase("follow-up", CasePhase.FollowUp,
                Automatic("plan-first-duties", FollowUpSteps.PlanFirstDuties),
                Automatic("plan-yearly-check", FollowUpSteps.PlanYearlyCheck).AlsoWhenMovedPast(takeBack: FollowUpSteps.DropYearlyCheck),
                RepeatUntil("network-ended", FollowUpSteps.NetworkEnded,
                    ForEach("duties", FollowUpSteps.OpenDuties,
                        Task(FollowUpSteps.FulfilDuty).For(OwnerDesk).Due(FollowUpSteps.DutyDay))
                        .On(CaseSignals.DutyPlanned, Reaction.AddBranch),
                    Wait("next-duties", FollowUpSteps.NextDutiesDay),
                    Automatic("plan-next-duties", FollowUpSteps.PlanNextDuties))))
        .On(CaseSignals.FirmProposed, Reaction.Open(Task(IntakeSteps.ConfirmFirm).For(DeskOfEach).Due(WorkingDays(5))))
        .On(CaseSignals.MailFailed, Reaction.Open(Task(MailSteps.MendMail).For(DeskOfEach).Due(WorkingDays(1))))
        .On(CaseSignals.FirmLeaves, Reaction.LeaveBranches)
        .On(CaseSignals.Abandoned, Reaction.CancelProcess);
}
