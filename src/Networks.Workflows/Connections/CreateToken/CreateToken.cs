using Networks.Data;
using Networks.Data.Connections;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Connections.CreateToken;

/// <summary>
/// Prepares the key with which a program acts for one of an association's people, within scopes and until a day. It does
/// not work until that person has taken its secret, which nobody else ever sees; the person is told by mail.
/// </summary>
/// <param name="Officer">Whose rights it uses: somebody of the administrator's programme who has access.</param>
/// <param name="LastDay">Inclusive; at most <see cref="LongestDays"/> from today.</param>
[Access(Right.PeopleManage)]
public sealed record CreateToken(Guid OperationId, string? Name, OfficerId? Officer, ApiScopes Scopes, DateOnly? LastDay) : ICommand<CreatedToken>, IChecked
{
    public const int LongestDays = 366;

    /// <summary>Where the person takes or refuses the key.</summary>
    public const string AccountPath = "/account";

    private const int _longestName = 100;

    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return ConnectionsRefusals.NameMissing;
        }
        else if (Name.Length > _longestName)
        {
            yield return ConnectionsRefusals.NameTooLong(_longestName);
        }

        if (Officer is null)
        {
            yield return ConnectionsRefusals.PersonMissing;
        }

        if (Scopes == ApiScopes.None)
        {
            yield return ConnectionsRefusals.ScopesMissing;
        }
    }
}

public sealed record CreatedToken(Guid Id);
