using Networks.Data.Officers;

namespace Networks.Workflows.Associations;

/// <summary>Makes the one-time link by which a person sets the password; sign-in is the shell's matter.</summary>
public interface IInvitationLinks
{
    /// <returns>Path in this service. It stops working after use, after three days, and when the account's stamp changes.</returns>
    Task<string> PathAsync(Account account);
}
