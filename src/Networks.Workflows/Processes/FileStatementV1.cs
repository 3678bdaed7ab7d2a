using Networks.Data.Work;
using Networks.Workflows.Engine;
using Networks.Workflows.Registration;
using static Networks.Workflows.Engine.Parties;

namespace Networks.Workflows.Processes;

/// <summary>
/// The annual statement of a rete-soggetto goes to the chamber of its seat until it is entered, beside the case's own path,
/// where the duty itself stays open meanwhile.
/// </summary>
/// <remarks>Source S13.</remarks>
public sealed class FileStatementV1 : ProcessDefinition
{
    public override string Name => "file-statement";

    public override int Version => 1;

    protected override ProcessStep Define() => Process(
        RepeatUntil("entered", RegistrationSteps.Entered,
            Task(RegistrationSteps.SendFiling).For(OwnerDesk).Due(WorkingDays(5))
                .Remind(after: 5, every: 5, atMost: 3, RegistrationSteps.RemindOfSending),
            Task(RegistrationSteps.RecordOutcome).For(WaitingFor(WaitsFor.Chamber, OwnerDesk)).Due(WorkingDays(10))
                .Remind(after: 10, every: 5, atMost: 6, RegistrationSteps.RemindOfSilence)));
}
