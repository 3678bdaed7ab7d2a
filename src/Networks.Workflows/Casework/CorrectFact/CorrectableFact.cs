using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Data;

namespace Networks.Workflows.Casework.CorrectFact;

/// <summary>The row that is to be corrected, as the page shows it before the act.</summary>
[Access(Right.CaseCorrect)]
public sealed record ShowCorrectableFact(CaseId CaseId, int Number) : IQuery<CorrectableFact>, ICaseRequest;

/// <param name="Day">The day that holds now: of the row, or of its last correction.</param>
/// <param name="FirstDay">As it was recorded first.</param>
/// <param name="EffectOn">The confirmed day of effect, which may move; null before it.</param>
public sealed record CorrectableFact(string Network, string Sentence, DateOnly Day, DateOnly FirstDay, DateOnly? EffectOn, DateOnly Today);
