using Networks.Data.Work;
using Networks.Workflows.Changes;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Registration;
using static Networks.Workflows.Engine.Parties;

namespace Networks.Workflows.Processes;

/// <summary>
/// A firm leaves: its notice or the deed of all is brought in, the notice runs, the firm is out, the chambers enter it;
/// beside that the desk sees to every line of the simulation that it accepted.
/// </summary>
public sealed class WithdrawalV1 : ProcessDefinition
{
    public override string Name => ChangeProcesses.Withdrawal;

    public override int Version => 1;

    protected override ProcessStep Define() => Process(
        ForEach("to-do", ChangeSteps.ToDo,
            Choice("is-the-change", ChangeSteps.IsTheChange,
                Sequence(
                    Task(ChangeSteps.RecordDocument).For(OwnerDesk).Due(WorkingDays(10)),
                    Choice("notice-runs", ChangeSteps.DayIsToCome,
                        Wait("day-of-leaving", ChangeSteps.EffectiveDay)),
                    Automatic("take-firm-out", ChangeSteps.TakeFirmOut),
                    ForEach("filings", ChangeSteps.Filings,
                        RepeatUntil("entered", RegistrationSteps.Entered,
                            Task(RegistrationSteps.SendFiling).For(DeskOfEach).Due(WorkingDays(5))
                                .Remind(after: 5, every: 5, atMost: 3, RegistrationSteps.RemindOfSending),
                            Task(RegistrationSteps.RecordOutcome).For(WaitingFor(WaitsFor.Chamber, DeskOfEach)).Due(WorkingDays(10))
                                .Remind(after: 10, every: 5, atMost: 6, RegistrationSteps.RemindOfSilence)))),
                Task(ChangeSteps.SettleLine).For(OwnerDesk).Due(ChangeSteps.LineDay))),
        Automatic("complete-change", ChangeSteps.Complete));
}
