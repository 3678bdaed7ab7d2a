using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Networks.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TimersOfCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Timers_CaseId",
                table: "Timers");

            migrationBuilder.CreateIndex(
                name: "IX_Timers_CaseId_Status",
                table: "Timers",
                columns: new[] { "CaseId", "Status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Timers_CaseId_Status",
                table: "Timers");

            migrationBuilder.CreateIndex(
                name: "IX_Timers_CaseId",
                table: "Timers",
                column: "CaseId");
        }
    }
}
