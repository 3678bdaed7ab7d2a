using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Associations.ChangeOwnAccount;

/// <summary>Changes the name and the language of the person who is signed in.</summary>
/// <param name="Language">Two letters: it, en or fr; anything else becomes it.</param>
[Access(Right.OwnAccount)]
public sealed record ChangeOwnAccount(Guid OperationId, string? FullName, string? Language) : ICommand<Done>, IChecked
{
    public IEnumerable<Refusal> Faults() => AssociationsRefusals.OfName("name", FullName);
}

/// <summary>The account of the person who is signed in.</summary>
[Access(Right.OwnAccount)]
public sealed record ShowOwnAccount : IQuery<OwnAccount>;

public sealed record OwnAccount(string FullName, string Email, string Language);
