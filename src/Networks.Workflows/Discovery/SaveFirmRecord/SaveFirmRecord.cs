using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.SaveFirmRecord;

/// <summary>
/// Adds a firm to the register of the person's desk, or changes one of it. Refused: a number that another firm has, a
/// consent without how it was heard. Saving the same again changes nothing.
/// </summary>
/// <param name="Firm">Null for a new firm.</param>
/// <param name="Values">By the words of <see cref="Register.RegisterFields.Names"/>; a field that is missing stays as it is.</param>
/// <param name="How">How the consents were heard, a stored word; needed when one of them is new.</param>
[Access(Right.DeskWork)]
public sealed record SaveFirmRecord(FirmId? Firm, IReadOnlyDictionary<string, string> Values, string? How) : ICommand<FirmId>
{
    public Guid OperationId { get; init; }
}
