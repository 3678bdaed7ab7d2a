namespace Networks.Workflows.Conformance.Host;

/// <summary>The host that the promises are asked of: here alone another engine is put in.</summary>
internal static class Hosts
{
    /// <param name="parties">The most that a case of the test has.</param>
    /// <param name="procedures">By name; a later one of the same name is the next version.</param>
    public static async Task<IEngineHost> OpenAsync(int parties, params (string Name, Plan Plan)[] procedures) => await OwnHost.OpenAsync(parties, procedures);
}
